namespace Orrery.Engines.Policies.Evaluation;

/// <summary>
/// The control policies from the root of an organization to an account: each level has to allow. Those of the
/// management account touch nobody, so its path is <see cref="None"/>.
/// </summary>
public sealed class ControlPath
{
    private readonly ControlLevel[] _levels;

    private ControlPath(ControlLevel[] levels) => _levels = levels;

    /// <summary>No organization, or its management account.</summary>
    public static ControlPath None { get; } = new([]);

    /// <summary>The levels, the root first.</summary>
    public IReadOnlyList<ControlLevel> Levels => _levels;

    /// <summary>A path, the root first.</summary>
    public static ControlPath Of(params IEnumerable<ControlLevel> levels) => new([.. levels]);

    internal Rule? Denying(in AccessRequest request)
    {
        foreach (var level in _levels)
        {
            if (level.Policies.Denying(request) is { } rule) return rule;
        }

        return null;
    }

    /// <summary>The first level that does not allow; null where all do.</summary>
    internal ControlLevel? Missing(in AccessRequest request)
    {
        foreach (var level in _levels)
        {
            if (level.Policies.Allowing(request) is null) return level;
        }

        return null;
    }
}
