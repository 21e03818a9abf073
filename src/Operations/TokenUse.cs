using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>A request that came with a client token.</summary>
/// <param name="Schema">The operation.</param>
/// <param name="Token">The token.</param>
/// <param name="Request">The request.</param>
/// <param name="ReadResult">Reads a result that was kept.</param>
internal sealed record TokenUse(
    OperationSchema Schema, string Token, IShape Request, Func<ShapeReader, IShape> ReadResult);
