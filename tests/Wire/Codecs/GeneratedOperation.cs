using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>A served operation.</summary>
internal sealed record GeneratedOperation(
    OperationSchema Schema, Func<ShapeReader, IShape> Request, Func<ShapeReader, IShape> Result);
