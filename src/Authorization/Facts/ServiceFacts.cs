using System.Collections.Concurrent;
using System.Text.Json;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Authorization.Facts;

/// <summary>
/// The actions and resource types of a service: facts of <c>data/authorization</c>, whose files have one entry on each
/// line. An operation is read when it is first asked for.
/// </summary>
internal sealed class ServiceFacts
{
    private static readonly ConcurrentDictionary<string, ServiceFacts?> Services = new(StringComparer.Ordinal);

    private readonly string _service;
    private readonly Dictionary<string, string> _lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OperationFacts?> _operations = new(StringComparer.Ordinal);

    private ServiceFacts(string service, Stream stream)
    {
        _service = service;
        var types = new Dictionary<string, TypeFacts>(StringComparer.Ordinal);
        var isTypes = true;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine()?.Trim().TrimEnd(',') is { } line)
        {
            if (line.StartsWith("\"operations\"", StringComparison.Ordinal)) isTypes = false;
            var end = line.IndexOf("\": {", StringComparison.Ordinal);
            if (end <= 0 || !line.EndsWith('}')) continue;
            if (isTypes) types.Add(line[1..end], ReadType(line[(end + 3)..]));
            else _lines.Add(line[1..end], line[(end + 3)..]);
        }

        Types = types;
    }

    /// <summary>Its resource types, by name.</summary>
    public IReadOnlyDictionary<string, TypeFacts> Types { get; }

    /// <summary>The facts of a service, by its model's name; null where there are none.</summary>
    public static ServiceFacts? Of(string service) => Services.GetOrAdd(service, static name =>
    {
        using var stream = typeof(ServiceFacts).Assembly.GetManifestResourceStream($"authorization/{name}.json");
        return stream is null ? null : new(name, stream);
    });

    /// <summary>What a call of an operation has to be allowed; null where that is not stated.</summary>
    public OperationFacts? Find(string operation) => _operations.GetOrAdd(operation, static (name, service) =>
        service._lines.TryGetValue(name, out var line) ? service.ReadOperation(name, line) : null, this);

    private static TypeFacts ReadType(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(Text(document.RootElement, "arn")!, Text(document.RootElement, "id"));
    }

    private OperationFacts ReadOperation(string operation, string json)
    {
        using var document = JsonDocument.Parse(json);
        var row = document.RootElement;
        var action = Text(row, "action") ?? $"{_service}:{operation}";
        var also = row.TryGetProperty("also", out var more)
            ? more.EnumerateArray().Select(e => Asking.Read(e.GetString()!)).ToArray()
            : [];
        var own = new Asking(ActionName.Of(action), [.. Words(row, "on").Select(Token.Read)]);
        return new(own, also, Words(row, "keys"), row.TryGetProperty("free", out _))
        {
            AsksLater = row.TryGetProperty("later", out _),
        };
    }

    private static string? Text(JsonElement row, string member) =>
        row.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static string[] Words(JsonElement row, string member) => Text(row, member)?.Split(' ') ?? [];
}
