using System.Globalization;
using Orrery.Testing;

namespace Orrery.Tests.Simulation.S3;

/// <summary>What is uploaded while the program is killed: bytes that tell whose they are, and how many.</summary>
internal static class Uploads
{
    /// <summary>How many upload at once; the last of them in parts.</summary>
    public const int Workers = 5;

    private const int LeastPart = 5 * 1024 * 1024;
    private const string Bucket = "/crashing-bucket";

    /// <summary>A program on a folder.</summary>
    public static Task<OrreryHost> StartAsync(string folder) => OrreryHost.StartAsync(options => options with
    {
        Ephemeral = false,
        Store = Path.Combine(folder, "default.orrery"),
    });

    /// <summary>The bytes of the upload of a number.</summary>
    public static byte[] Bytes(int worker, int number)
    {
        var size = ((number * 7919) + (worker * 104_729)) % 200_000;
        var bytes = new byte[IsInParts(worker) ? LeastPart + size : size];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)((i * 31) + (number * 17) + worker);
        return bytes;
    }

    /// <summary>The key of the upload of a number.</summary>
    public static string KeyOf(int worker, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{worker}/{number}");

    /// <summary>Makes the bucket.</summary>
    public static Task PrepareAsync(HttpClient http) => SendAsync(http, "PUT", Bucket, null);

    /// <summary>Uploads a number, under its own key and under the one that is replaced each time.</summary>
    public static async Task UploadAsync(HttpClient http, int worker, int number)
    {
        var bytes = Bytes(worker, number);
        if (IsInParts(worker))
        {
            await UploadPartsAsync(http, KeyOf(worker, number), bytes);
            return;
        }
        await SendAsync(http, "PUT", $"{Bucket}/{KeyOf(worker, number)}", bytes);
        await SendAsync(http, "PUT", $"{Bucket}/{worker}", bytes);
    }

    /// <summary>The bytes of a key; null where there is none.</summary>
    public static async Task<byte[]?> ReadAsync(HttpClient http, string key)
    {
        using var request = Request("GET", $"{Bucket}/{key}");
        using var response = await http.SendAsync(request);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static bool IsInParts(int worker) => worker == Workers - 1;

    private static async Task UploadPartsAsync(HttpClient http, string key, byte[] bytes)
    {
        var path = $"{Bucket}/{key}";
        var begun = await SendAsync(http, "POST", $"{path}?uploads", null);
        var id = begun.Split("<UploadId>")[1].Split('<')[0];
        await SendAsync(http, "PUT", $"{path}?partNumber=1&uploadId={id}", bytes[..LeastPart]);
        await SendAsync(http, "PUT", $"{path}?partNumber=2&uploadId={id}", bytes[LeastPart..]);
        var parts = string.Concat(new[] { bytes[..LeastPart], bytes[LeastPart..] }.Select((part, i) =>
            $"<Part><PartNumber>{i + 1}</PartNumber><ETag>{Md5(part)}</ETag></Part>"));
        await SendAsync(http, "POST", $"{path}?uploadId={id}", System.Text.Encoding.UTF8.GetBytes(
            $"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>"));
    }

    private static string Md5(byte[] bytes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(bytes));

    /// <summary>Sends a request that has to succeed.</summary>
    public static async Task<string> SendAsync(HttpClient http, string method, string path, byte[]? body)
    {
        using var request = Request(method, path);
        if (body is not null) request.Content = new ByteArrayContent(body);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    private static HttpRequestMessage Request(string method, string path)
    {
        var request = new HttpRequestMessage(new(method), path);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, "
            + $"Signature={new string('0', 64)}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        return request;
    }
}
