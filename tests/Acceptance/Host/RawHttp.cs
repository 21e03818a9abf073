using System.Net.Sockets;
using System.Text;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>HTTP as bytes, for what no client would send.</summary>
internal static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends bytes and reads until the server closes the connection.</summary>
    public static async Task<string> SendAsync(Uri endpoint, string request)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port, limit.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // Reset after the answer: what was read counts.
        }
        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
