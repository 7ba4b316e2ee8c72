"""Small ONNX encoders: weights, tokenising, session; numpy, never torch."""
