namespace Orrery.Wire.Requests;

/// <summary>A node of the trie of URI templates: one segment.</summary>
internal sealed class RouteNode
{
    private readonly Dictionary<string, RouteNode> _literals = new(StringComparer.Ordinal);

    /// <summary>What follows a plain label, or null.</summary>
    public RouteNode? Label { get; private set; }

    /// <summary>What follows a greedy label, or null.</summary>
    public RouteNode? Greedy { get; private set; }

    /// <summary>The routes that end here.</summary>
    public List<Route> Routes { get; } = [];

    /// <summary>The child of a literal segment, or null.</summary>
    public RouteNode? Literal(ReadOnlySpan<char> segment) =>
        _literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(segment, out var child) ? child : null;

    /// <summary>Finds or makes the node of a template.</summary>
    public RouteNode Grow(ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty) return this;
        return Child(segments[0]).Grow(segments[1..]);
    }

    private RouteNode Child(string segment)
    {
        if (Route.IsGreedy(segment)) return Greedy ??= new RouteNode();
        if (Route.IsLabel(segment)) return Label ??= new RouteNode();
        if (_literals.TryGetValue(segment, out var child)) return child;
        return _literals[segment] = new RouteNode();
    }
}
