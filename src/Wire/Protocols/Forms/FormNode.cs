namespace Orrery.Wire.Protocols.Forms;

/// <summary>One step of the dotted names of a form: its own value and what follows the next dot.</summary>
/// <param name="name">The step.</param>
internal sealed class FormNode(string name)
{
    private const int Few = 8;
    private List<FormNode>? _children;
    private Dictionary<string, FormNode>? _byName;

    /// <summary>The step.</summary>
    public string Name => name;

    /// <summary>The value of the parameter that ends here, or null.</summary>
    public string? Value { get; set; }

    /// <summary>The steps after the next dot, in the order sent.</summary>
    public IReadOnlyList<FormNode> Children => _children ?? (IReadOnlyList<FormNode>)[];

    /// <summary>The child of a name, or null.</summary>
    public FormNode? Find(string child)
    {
        if (_byName is not null) return _byName.GetValueOrDefault(child);
        if (_children is null) return null;
        foreach (var known in _children)
        {
            if (string.Equals(known.Name, child, StringComparison.Ordinal)) return known;
        }

        return null;
    }

    /// <summary>The child of a name, made when missing.</summary>
    public FormNode Step(string child)
    {
        if (Find(child) is { } known) return known;
        var made = new FormNode(child);
        (_children ??= []).Add(made);
        if (_children.Count == Few) _byName = _children.ToDictionary(static c => c.Name, StringComparer.Ordinal);
        else _byName?.Add(child, made);
        return made;
    }
}
