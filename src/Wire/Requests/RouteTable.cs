namespace Orrery.Wire.Requests;

/// <summary>
/// Finds the operation of a REST request by path, method, query literals and required parameters, in a trie of the URI
/// templates. At each segment a literal goes before a label and a label before a greedy one.
/// </summary>
public sealed class RouteTable
{
    private readonly RouteNode _root = new();

    /// <summary>Builds the trie.</summary>
    public RouteTable(IEnumerable<OperationModel> operations)
    {
        foreach (var operation in operations)
        {
            var route = new Route(operation);
            _root.Grow(route.Segments).Routes.Add(route);
        }
    }

    /// <summary>Finds the operation; null when no template fits.</summary>
    /// <param name="request">Method, query and headers.</param>
    /// <param name="path">The path, percent-encoded: the request's own, or after the bucket of a virtual host.</param>
    public RouteMatch? Find(WireRequest request, string path)
    {
        Span<Range> captures = stackalloc Range[RouteSearch.MostLabels];
        var search = new RouteSearch(request, path, captures);
        if (search.Run(_root) is not { } route) return null;
        var labels = Labels(route, path, captures, out var isText);
        return new(route.Operation, labels, route.Segments.Length - route.Labels.Length) { IsText = isText };
    }

    private static PathLabel[] Labels(Route route, string path, ReadOnlySpan<Range> captures, out bool isText)
    {
        isText = true;
        var labels = new PathLabel[route.Labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var label = path.AsSpan()[captures[i]];
            labels[i] = new PathLabel(route.Labels[i], Percent.Decode(label));
            isText = isText && Percent.IsText(label);
        }
        return labels;
    }
}
