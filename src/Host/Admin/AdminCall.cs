using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orrery.Core;
using Orrery.Host.Http;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin;

/// <summary>One request of the admin API.</summary>
internal sealed class AdminCall
{
    /// <summary>The media type of all answers but exports.</summary>
    public const string JsonType = "application/json";

    private const int ShortestPassphrase = 12;

    /// <summary>As much as a request may be that has loads: a year's trace of minutes has 10 MB.</summary>
    public const long MostWithLoads = 16 * 1024 * 1024;

    /// <summary>More than any body needs but imports and loads.</summary>
    private const long MostBytes = 64 * 1024;

    /// <summary>People read it with curl; nothing puts it into a page, so quotes may stay quotes.</summary>
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly WireRequest _request;

    /// <summary>Makes one.</summary>
    public AdminCall(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        _request = request;
        Path = choice.Path;
        World = choice.World;
        Gone = gone;
        Method = request.Method == "HEAD" ? "GET" : request.Method;
        Segments = [.. choice.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    }

    /// <summary>The method; HEAD counts as GET.</summary>
    public string Method { get; }

    /// <summary>The path, as it was sent.</summary>
    public string Path { get; }

    /// <summary>The parts of the path, decoded.</summary>
    public string[] Segments { get; }

    /// <summary>The world that was named, or null.</summary>
    public string? World { get; }

    /// <summary>Set when the client has gone.</summary>
    public CancellationToken Gone { get; }

    /// <summary>The passphrase that was named; null where none was.</summary>
    /// <exception cref="ServiceException">InvalidPassphrase: it is too short.</exception>
    public string? Passphrase => _request.Headers.Get(AdminPaths.PassphraseHeader) is not { } named ? null
        : Uri.UnescapeDataString(named) is { Length: >= ShortestPassphrase } passphrase ? passphrase
        : throw new ServiceException(
            "InvalidPassphrase", $"A passphrase has at least {ShortestPassphrase} characters.");

    /// <summary>The body as a stream.</summary>
    public Stream OpenBody() => _request.Body.OpenRead();

    /// <summary>The first value of a query parameter; null when missing or empty.</summary>
    public string? Query(string name)
    {
        foreach (var pair in _request.Query)
            if (pair.Key == name && pair.Value.Length > 0) return pair.Value;
        return null;
    }

    /// <summary>The query parameters whose names begin so, by what follows.</summary>
    public IReadOnlyDictionary<string, string> QueryBelow(string prefix)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in _request.Query)
        {
            if (pair.Key.StartsWith(prefix, StringComparison.Ordinal)) found[pair.Key[prefix.Length..]] = pair.Value;
        }

        return found;
    }

    /// <summary>Reads the body; an empty one is an empty object.</summary>
    /// <param name="shape">What it is to be.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="ServiceException">MalformedJson: it is not of this shape.</exception>
    public async Task<T> ReadAsync<T>(JsonTypeInfo<T> shape, long most = MostBytes)
    {
        var body = await _request.Body.BufferAsync(most, Gone);
        try
        {
            return JsonSerializer.Deserialize(body.IsEmpty ? "{}"u8 : body.Span, shape)
                ?? throw new ServiceException("MalformedJson", "The body is null.");
        }
        catch (JsonException problem)
        {
            throw new ServiceException(
                "MalformedJson", $"The body is not what it has to be: {JsonMistake.Of(problem, body.Span)}");
        }
    }

    /// <summary>An answer in JSON.</summary>
    public static WireResponse Json<T>(T value, JsonTypeInfo<T> shape, int status = 200)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body, Readable))
            JsonSerializer.Serialize(writer, value, shape);
        body.Write("\n"u8);
        return WireResponse.Of(status, JsonType, body.WrittenMemory);
    }
}
