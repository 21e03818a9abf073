using System.Net;
using System.Text;
using Orrery.Contracts.Delivery;

namespace Orrery.Host.Http;

/// <summary>
/// Sends HTTP to addresses of this machine, and to no other: a model must not reach into the real world.
/// </summary>
internal sealed class Outbound : IOutbound
{
    private readonly Lazy<HttpClient> _client = new(() => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    });

    /// <inheritdoc/>
    public async Task<int> PostAsync(OutboundPost post, CancellationToken cancellation)
    {
        if (!IsLocal(post.Url)) return 0;
        using var content = new StringContent(post.Body, Encoding.UTF8);
        content.Headers.Clear();
        using var request = new HttpRequestMessage(HttpMethod.Post, post.Url) { Content = content };
        foreach (var (name, value) in post.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(post.Timeout);
        try
        {
            using var answer = await _client.Value.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (int)answer.StatusCode;
        }
        catch (Exception problem) when (
            problem is HttpRequestException || (problem is OperationCanceledException
                && !cancellation.IsCancellationRequested))
        {
            return 0;
        }
    }

    private static bool IsLocal(Uri url) =>
        url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || url.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
