using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orrery.Host.Admin;

namespace Orrery.Cli.Admin;

/// <summary>Talks to a running Orrery.</summary>
internal sealed class AdminClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Makes a client.</summary>
    /// <param name="endpoint">Where Orrery answers.</param>
    /// <param name="world">The world that requests are for; null for its default.</param>
    /// <param name="transport">What carries the requests.</param>
    public AdminClient(Uri endpoint, string? world, HttpMessageHandler transport)
    {
        Endpoint = endpoint;
        _http = new(transport) { BaseAddress = endpoint, Timeout = Timeout.InfiniteTimeSpan };
        if (world is not null) _http.DefaultRequestHeaders.TryAddWithoutValidation(AdminPaths.WorldHeader, world);
    }

    /// <summary>Where Orrery answers.</summary>
    public Uri Endpoint { get; }

    /// <summary>Asks.</summary>
    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken stop)
    {
        using var response = await SendAsync(new(HttpMethod.Get, path), stop);
        return await ReadAsync(response, answer, stop);
    }

    /// <summary>Tells.</summary>
    public async Task<T> PostAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> shape, JsonTypeInfo<T> answer, CancellationToken stop)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, shape));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await SendAsync(new(HttpMethod.Post, path) { Content = content }, stop);
        return await ReadAsync(response, answer, stop);
    }

    /// <summary>Tells, without a body.</summary>
    public async Task<T> PostAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken stop)
    {
        using var response = await SendAsync(new(HttpMethod.Post, path), stop);
        return await ReadAsync(response, answer, stop);
    }

    /// <summary>Puts.</summary>
    public async Task<T> PutAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> shape, JsonTypeInfo<T> answer, CancellationToken stop)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, shape));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await SendAsync(new(HttpMethod.Put, path) { Content = content }, stop);
        return await ReadAsync(response, answer, stop);
    }

    /// <summary>Sends anything; the answer is a success.</summary>
    /// <exception cref="CliException">Nobody answers, or Orrery refuses.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var response = await AskAsync(request, stop);
        if (response.IsSuccessStatusCode) return response;
        using (response)
            throw await RefusalAsync(response, stop);
    }

    /// <summary>Sends anything, whatever the answer.</summary>
    /// <exception cref="CliException">Nobody answers.</exception>
    public async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken stop)
    {
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (HttpRequestException problem)
        {
            throw NotRunning(problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response, JsonTypeInfo<T> shape, CancellationToken stop)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(stop);
            return await JsonSerializer.DeserializeAsync(body, shape, stop)
                ?? throw new CliException("Orrery answered null.");
        }
        catch (JsonException problem)
        {
            throw new CliException(
                $"The answer is not what this version expects: {problem.Message}",
                "Is the running Orrery of another version? Compare `orrery --version` with `orrery doctor`.");
        }
    }

    private CliException NotRunning(HttpRequestException problem) => new(
        $"No Orrery answers at {Endpoint.GetLeftPart(UriPartial.Authority)} ({Plain(problem)}).",
        "Start one with `orrery up`, or say where it is: --endpoint URL, or ORRERY_ENDPOINT.",
        ExitCodes.NotRunning);

    private static string Plain(HttpRequestException problem) => problem.HttpRequestError switch
    {
        HttpRequestError.ConnectionError => "connection refused",
        HttpRequestError.NameResolutionError => "unknown host",
        HttpRequestError.SecureConnectionError => "no TLS there: use http://",
        HttpRequestError.InvalidResponse => "what answers there does not speak HTTP",
        _ => problem.Message,
    };

    private async Task<CliException> RefusalAsync(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(stop);
            // The admin API and the services with JSON both say why in a member of this name.
            using var said = JsonDocument.Parse(body);
            if (said.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("message", out var message) && message.GetString() is { Length: > 0 } text)
                return new(text);
        }
        catch (JsonException)
        {
            // Not ours: said below.
        }
        var status = (int)response.StatusCode;
        var place = Endpoint.GetLeftPart(UriPartial.Authority);
        return status is 404 or >= 500
            ? new($"What answers at {place} is no Orrery (HTTP {status}).")
            : new($"Orrery refused with HTTP {status}.");
    }
}
