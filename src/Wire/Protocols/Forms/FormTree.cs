using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Forms;

/// <summary>Makes a tree of a form's dotted names: <c>Filter.1.Value.2=x</c>.</summary>
internal static class FormTree
{
    /// <summary>The most parameters of one request. Guessed: AWS documents no number.</summary>
    public const int MaxParameters = 20_000;

    /// <summary>The tree.</summary>
    public static FormNode Build(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var root = new FormNode(string.Empty);
        var count = 0;
        foreach (var (name, value) in pairs)
        {
            if (++count > MaxParameters)
            {
                throw WireErrors.Malformed(
                    WireErrors.MalformedQueryString, $"The request has more than {MaxParameters} parameters.");
            }

            Add(root, name, value);
        }

        return root;
    }

    private static void Add(FormNode root, string name, string value)
    {
        var node = root;
        var depth = 0;
        foreach (var range in name.AsSpan().Split('.'))
        {
            if (++depth > ShapeReader.MaxDepth) throw WireErrors.TooDeep();
            node = node.Step(name[range]);
        }

        if (node.Value is not null)
        {
            throw WireErrors.Malformed(
                WireErrors.MalformedQueryString, $"The parameter {name} is given more than once.");
        }

        node.Value = value;
    }
}
