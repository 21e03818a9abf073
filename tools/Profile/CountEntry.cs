namespace Orrery.Profile;

/// <summary>One entry of a method's counts.</summary>
/// <param name="Kind">What it tells; other kinds than the named ones may occur, and are left out of profiles.</param>
/// <param name="Offset">The place in the method's IL.</param>
/// <param name="Other">The place where an edge ends; flags of a histogram.</param>
internal sealed record CountEntry(CountKind Kind, int Offset, int Other)
{
    /// <summary>The counts.</summary>
    public List<long> Counts { get; } = [];

    /// <summary>The types of a histogram, without empty places.</summary>
    public List<TypeName> Types { get; } = [];
}
