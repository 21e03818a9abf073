using System.Text;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Schema;

/// <summary>
/// A service's description as text, written by tools/CodeGen: one line an operation or shape, indented lines below
/// it for
/// members or enumeration values. Nothing is parsed before it is asked for; the entries are found by one scan.
/// </summary>
/// <param name="operations">All operations: name, method and URI, what else routing needs.</param>
/// <param name="shapes">The shapes and operations that are described in full; operations begin with <c>@</c>.</param>
public sealed class SchemaText(Utf8Text operations, Utf8Text? shapes = null) : ISchemaStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ShapeSchema> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OperationSchema> _operations = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<OperationModel> Operations => field ??= ReadOperations(operations());

    private Dictionary<string, Range> Entries => field ??= shapes is null ? [] : Scan(shapes());

    /// <inheritdoc/>
    public OperationSchema? Operation(ServiceSchema service, string name)
    {
        lock (_lock)
        {
            if (_operations.TryGetValue(name, out var known)) return known;
            if (!Entries.TryGetValue("@" + name, out var range)) return null;
            var about = Operations.First(o => string.Equals(o.Name, name, StringComparison.Ordinal));
            var made = SchemaLine.Operation(service, about, Encoding.UTF8.GetString(shapes!()[range]));
            return _operations[name] = made;
        }
    }

    /// <inheritdoc/>
    public ShapeSchema Shape(string name)
    {
        lock (_lock)
        {
            if (_shapes.TryGetValue(name, out var known)) return known;
            if (SchemaLine.Plain(name) is { } plain) return _shapes[name] = plain;
            if (!Entries.TryGetValue(name, out var range)) throw new KeyNotFoundException($"There is no shape {name}.");
            return _shapes[name] = SchemaLine.Shape(Encoding.UTF8.GetString(shapes!()[range]), Shape);
        }
    }

    private static List<OperationModel> ReadOperations(ReadOnlySpan<byte> text)
    {
        var found = new List<OperationModel>();
        foreach (var range in text.Split((byte)'\n'))
        {
            if (text[range].Length > 0) found.Add(SchemaLine.Name(Encoding.UTF8.GetString(text[range])));
        }

        return found;
    }

    private static Dictionary<string, Range> Scan(ReadOnlySpan<byte> text)
    {
        var entries = new Dictionary<string, Range>(StringComparer.Ordinal);
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            do
            {
                var line = text[end..].IndexOf((byte)'\n');
                end = line < 0 ? text.Length : end + line + 1;
            }
            while (end < text.Length && text[end] == (byte)' ');
            var name = text[start..end];
            entries[Encoding.UTF8.GetString(name[..name.IndexOfAny((byte)' ', (byte)'\n')])] = start..end;
            start = end;
        }

        return entries;
    }
}
