using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Forms;

/// <summary>Makes a tree of a form's dotted names: <c>Filter.1.Value.2=x</c>.</summary>
internal static class FormTree
{
    /// <summary>The most parameters of one request. Guessed: AWS documents no number.</summary>
    public const int MaxParameters = 20_000;

    /// <summary>The tree.</summary>
    /// <param name="query">The parameters in the address.</param>
    /// <param name="form">Those in the body.</param>
    public static FormNode Build(WireQuery query, WireQuery form)
    {
        if (query.Count + form.Count > MaxParameters)
        {
            throw WireErrors.Malformed(
                WireErrors.MalformedQueryString, $"The request has more than {MaxParameters} parameters.");
        }

        var root = new FormNode(string.Empty);
        foreach (ref readonly var pair in query.AsSpan()) Add(root, pair.Key, pair.Value);
        foreach (ref readonly var pair in form.AsSpan()) Add(root, pair.Key, pair.Value);
        return root;
    }

    private static void Add(FormNode root, string name, string value)
    {
        var node = root;
        var begin = 0;
        for (var depth = 0; begin <= name.Length; depth++)
        {
            if (depth == ShapeReader.MaxDepth) throw WireErrors.TooDeep();
            var dot = name.IndexOf('.', begin);
            if (dot < 0) dot = name.Length;
            node = node.Step(name[begin..dot]);
            begin = dot + 1;
        }

        if (node.Value is not null)
        {
            throw WireErrors.Malformed(
                WireErrors.MalformedQueryString, $"The parameter {name} is given more than once.");
        }

        node.Value = value;
    }
}
