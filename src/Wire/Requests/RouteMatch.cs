namespace Orrery.Wire.Requests;

/// <summary>The operation of a path and what the path holds for its labels.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Labels">The decoded labels, in the order of the template.</param>
/// <param name="Literals">How many segments of the template are literals: the more particular service wins.</param>
public sealed record RouteMatch(OperationModel Operation, IReadOnlyList<PathLabel> Labels, int Literals)
{
    /// <summary>Whether the labels are UTF-8; else they hold U+FFFD where they are not.</summary>
    public bool IsText { get; init; } = true;
}
