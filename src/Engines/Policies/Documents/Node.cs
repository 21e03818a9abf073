namespace Orrery.Engines.Policies.Documents;

/// <summary>A value of a JSON text, with its line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Text">A string's text, or a number or truth as it is written.</param>
/// <param name="Items">Of an array.</param>
/// <param name="Members">Of an object, in order.</param>
internal sealed record Node(
    NodeKind Kind, int Line, string Text, IReadOnlyList<Node> Items, IReadOnlyList<KeyValuePair<string, Node>> Members)
{
    /// <summary>The bracket that opens an object.</summary>
    public TextPlace Begin { get; init; }

    /// <summary>The bracket that closes an object.</summary>
    public TextPlace End { get; init; }

    /// <summary>The member of that name; null where there is none.</summary>
    public Node? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Key == name) return member.Value;
            }

            return null;
        }
    }

    /// <summary>The items of an array, or the value alone.</summary>
    public IReadOnlyList<Node> AsList() => Kind == NodeKind.Array ? Items : [this];

    /// <summary>The texts of a string, or of an array of strings; null where it is neither.</summary>
    public string[]? Texts() =>
        AsList() is var list && list.All(n => n.Kind == NodeKind.String) ? [.. list.Select(n => n.Text)] : null;
}
