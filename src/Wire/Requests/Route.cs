namespace Orrery.Wire.Requests;

/// <summary>One operation's URI template, taken apart.</summary>
internal sealed class Route
{
    public Route(OperationModel operation)
    {
        Operation = operation;
        var (path, query) = Cut(operation.Uri, '?');
        Segments = path.Trim('/') is { Length: > 0 } trimmed ? trimmed.Split('/') : [];
        Labels = [.. Segments.Where(IsLabel).Select(s => s.Trim('{', '}', '+'))];
        Rank = string.Concat(Segments.Select(s => IsGreedy(s) ? '3' : IsLabel(s) ? '2' : '1')) + '9';
        Literals = query.Length == 0 ? [] : [.. query.Split('&').Select(Literal)];
    }

    public OperationModel Operation { get; }

    /// <summary>Literals, <c>{Label}</c> and <c>{Greedy+}</c>; a slash at the template's end means nothing.</summary>
    public string[] Segments { get; }

    /// <summary>The names of the labels in order.</summary>
    public string[] Labels { get; }

    /// <summary>
    /// Its place among routes that match one path, ordinal order: segment by segment a literal goes before a label,
    /// a label before a greedy one, and what goes on before what ends.
    /// </summary>
    public string Rank { get; }

    /// <summary>The query literals: a key that must occur, and the value that it must have (null: any).</summary>
    public (string Key, string? Value)[] Literals { get; }

    public static bool IsLabel(string segment) => segment.StartsWith('{');

    public static bool IsGreedy(string segment) => segment.EndsWith("+}", StringComparison.Ordinal);

    /// <summary>Whether the request has the literals; the path is somebody else's business.</summary>
    public bool Accepts(WireRequest request)
    {
        foreach (var (key, value) in Literals)
        {
            var found = request.Query.Get(key);
            if (found is null || (value is not null && found != value)) return false;
        }
        return true;
    }

    /// <summary>
    /// How well an accepted request fits: more literals first (DELETE ?inventory is never DeleteBucket), then having
    /// all required parameters, then how many of them, then not being deprecated.
    /// </summary>
    public (int Literals, bool Complete, int Required, bool Current) Fit(WireRequest request)
    {
        var present = 0;
        foreach (var key in Operation.RequiredQuery)
            if (request.Query.Contains(key)) present++;
        foreach (var name in Operation.RequiredHeaders)
            if (request.Headers.Contains(name)) present++;
        var all = Operation.RequiredQuery.Count + Operation.RequiredHeaders.Count;
        return (Literals.Length, present == all, present, !Operation.IsDeprecated);
    }

    private static (string Before, string After) Cut(string text, char at) =>
        text.IndexOf(at) is var i and >= 0 ? (text[..i], text[(i + 1)..]) : (text, "");

    private static (string Key, string? Value) Literal(string part) =>
        Cut(part, '=') is var (key, value) && value.Length > 0 ? (key, value) : (part.TrimEnd('='), null);
}
