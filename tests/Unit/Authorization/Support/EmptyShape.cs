using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization.Support;

/// <summary>A request in which no member is set.</summary>
internal sealed class EmptyShape(ShapeSchema schema) : IShape
{
    /// <inheritdoc/>
    public ShapeSchema Schema => schema;

    /// <inheritdoc/>
    public void Write(ShapeWriter writer)
    {
    }
}
