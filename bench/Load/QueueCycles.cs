using System.Diagnostics;
using System.Text;

namespace Orrery.Bench.Load;

/// <summary>
/// Sends, receives and deletes messages of one queue over several connections, each step after the answer to the one
/// before, as SQS's clients do it: AWS JSON 1.0.
/// </summary>
public sealed class QueueCycles
{
    private const string Authorization =
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=00";

    private readonly int _port;
    private readonly string _url;

    private QueueCycles(int port, string url)
    {
        _port = port;
        _url = url;
    }

    /// <summary>Makes the queue.</summary>
    public static async Task<QueueCycles> StartAsync(int port)
    {
        using var connection = new HttpConnection(port);
        var made = await connection.SendAsync(Post("CreateQueue", """{"QueueName":"bench"}"""), wantBody: true);
        return new(port, TextOf(made.Body, "QueueUrl") ?? throw new InvalidOperationException($"No queue: {made}"));
    }

    /// <summary>Whole cycles a second; a refused call is an error.</summary>
    public async Task<double> RunAsync(int connections, long most, TimeSpan longest)
    {
        long next = 0, whole = 0;
        var watch = Stopwatch.StartNew();
        await Task.Factory.StartNew(
            () => Callers.Run(connections, _port, Cycles), TaskCreationOptions.LongRunning);
        return whole / watch.Elapsed.TotalSeconds;

        IEnumerable<byte[]> Cycles(Func<Answer> last)
        {
            while (watch.Elapsed < longest && ++next is var number && number <= most)
            {
                yield return Post("SendMessage", $$"""{"QueueUrl":"{{_url}}","MessageBody":"m{{number}}"}""");
                Whole(last());
                yield return Post("ReceiveMessage", $$"""{"QueueUrl":"{{_url}}"}""");

                // There are as many messages as connections at most: one that finds none left it to another.
                if (TextOf(Whole(last()), "ReceiptHandle") is not { } handle) continue;
                yield return Post("DeleteMessage", $$"""{"QueueUrl":"{{_url}}","ReceiptHandle":"{{handle}}"}""");
                Whole(last());
                whole++;
            }
        }
    }

    private static string Whole(Answer answer) => answer.Status == 200
        ? answer.Body
        : throw new InvalidOperationException($"{answer.Status} {answer.Body}");

    // The text of a member as it stands in JSON, escapes and all: so it can go into another one.
    private static string? TextOf(string json, string member)
    {
        var name = json.IndexOf($"\"{member}\"", StringComparison.Ordinal);
        if (name < 0) return null;
        var begin = json.IndexOf('"', json.IndexOf(':', name + member.Length + 2)) + 1;
        return json[begin..json.IndexOf('"', begin)];
    }

    private static byte[] Post(string operation, string body) => Encoding.UTF8.GetBytes(
        $"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: 20260101T000000Z\r\nAuthorization: {Authorization}\r\n"
        + $"X-Amz-Target: AmazonSQS.{operation}\r\nContent-Type: application/x-amz-json-1.0\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}
