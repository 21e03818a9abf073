namespace Orrery.Wire.Requests;

/// <summary>
/// One walk through the trie. A slash at the end of the path means nothing, except that it belongs to a greedy label
/// that ends there: <c>/bucket/</c> is the bucket, <c>/bucket/folder/</c> is the key <c>folder/</c>.
/// </summary>
internal ref struct RouteSearch
{
    /// <summary>More labels than any template of AWS has.</summary>
    public const int MostLabels = 32;

    private readonly WireRequest _request;
    private readonly ReadOnlySpan<char> _path;
    private readonly Span<Range> _captures;
    private readonly int _end;

    public RouteSearch(WireRequest request, ReadOnlySpan<char> path, Span<Range> captures)
    {
        _request = request;
        _path = path;
        _captures = captures;
        _end = path.EndsWith("/") ? path.Length - 1 : path.Length;
    }

    /// <summary>The best route, its labels captured; or null.</summary>
    public readonly Route? Run(RouteNode root) => _path.StartsWith("/") ? Walk(root, 1, 0) : null;

    private readonly Route? Walk(RouteNode node, int at, int captured)
    {
        if (at > _end) return Best(node.Routes);
        var length = _path[at.._end].IndexOf('/');
        var stop = length < 0 ? _end : at + length;
        var segment = _path[at..stop];
        if (node.Literal(segment) is { } literal && Walk(literal, stop + 1, captured) is { } exact) return exact;
        if (node.Label is { } label && stop > at)
        {
            _captures[captured] = at..stop;
            if (Walk(label, stop + 1, captured + 1) is { } found) return found;
        }
        return node.Greedy is { } greedy ? WalkGreedy(greedy, at, captured) : null;
    }

    // Each place where the greedy label may end is tried; the best route of all keeps its captures.
    private readonly Route? WalkGreedy(RouteNode node, int at, int captured)
    {
        var best = _path.Length > at ? Best(node.Routes) : null;
        Span<Range> kept = stackalloc Range[MostLabels];
        kept[0] = at.._path.Length;
        for (var slash = at + 1; slash < _end; slash++)
        {
            if (_path[slash] != '/') continue;
            if (Walk(node, slash + 1, captured + 1) is not { } found) continue;
            if (best is not null && string.CompareOrdinal(found.Rank, best.Rank) >= 0) continue;
            best = found;
            _captures[(captured + 1)..].CopyTo(kept[1..]);
            kept[0] = at..slash;
        }
        kept[..(MostLabels - captured)].CopyTo(_captures[captured..]);
        return best;
    }

    private readonly Route? Best(List<Route> routes)
    {
        Route? best = null;
        var bestFit = default((int, bool, int, bool));
        foreach (var route in routes)
        {
            if (route.Operation.Method != _request.Method || !route.Accepts(_request)) continue;
            var fit = route.Fit(_request);
            if (best is not null && fit.CompareTo(bestFit) <= 0) continue;
            (best, bestFit) = (route, fit);
        }
        return best;
    }
}
