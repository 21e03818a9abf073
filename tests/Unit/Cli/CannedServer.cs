using System.Net;
using System.Text;

namespace Orrery.Tests.Cli;

/// <summary>Answers what it was given, by method and address; without answers nobody is there.</summary>
public sealed class CannedServer : HttpMessageHandler
{
    private readonly Dictionary<string, (HttpStatusCode Status, string Body)> _answers = [];

    /// <summary>What was asked, in order: method, address and, if there was one, body.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The world header of the last request.</summary>
    public string? World { get; private set; }

    /// <summary>Gives an answer.</summary>
    public CannedServer With(string request, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers[request] = (status, body);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (_answers.Count == 0) throw new HttpRequestException(HttpRequestError.ConnectionError);
        var name = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        var body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancel);
        Asked.Add(name + body.ReplaceLineEndings("").Replace("  ", ""));
        World = request.Headers.TryGetValues("x-orrery-world", out var worlds) ? worlds.First() : null;
        var (status, text) = _answers.GetValueOrDefault(name, (HttpStatusCode.NotFound, ""));
        return new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
