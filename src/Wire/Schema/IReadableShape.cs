namespace Orrery.Wire.Schema;

/// <summary>A structure that can be written and read in any protocol.</summary>
/// <typeparam name="TSelf">The structure's own type.</typeparam>
public interface IReadableShape<TSelf> : IShape
    where TSelf : class, IReadableShape<TSelf>
{
    /// <summary>What the structure is.</summary>
    static abstract ShapeSchema WireSchema { get; }

    /// <summary>Reads one.</summary>
    static abstract TSelf FromWire(ShapeReader reader);
}
