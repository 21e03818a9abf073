namespace Orrery.Wire.Schema;

/// <summary>A structure that can be written in any protocol.</summary>
public interface IShape
{
    /// <summary>What the structure is.</summary>
    ShapeSchema Schema { get; }

    /// <summary>Writes each member that is set, by its index.</summary>
    void Write(ShapeWriter writer);
}
