using static Orrery.Tests.Host.RawStore;

namespace Orrery.Tests.Host;

/// <summary>What S3 says of requests that its operations never see as they came: headers that do not go together,
/// parameters of no type, paths of no text, forms of no kind.</summary>
public sealed class StoreRefusalTests
{
    // The check value of CRC-32, of "123456789".
    private const string Sum = "y/Q5Jg==";
    private const string Sha512 =
        "2eZ2LdHI6vbWGzxhkvxAjU1tXxF20MKRabwk5xw/J0rSf81YEbMT1oH35V7ALXPUmclUVba1u1A6z1dPuo/+hQ==";

    private const string Document = "<Delete><Object><Key>k</Key></Object></Delete>";

    // S3 API Reference, "Signature calculations: trailing headers": the trailer alone says what comes.
    [Theory]
    [InlineData("x-amz-checksum-crc32", Sum, "", " 200 ")]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", "", "BadDigest")]
    [InlineData("x-amz-checksum-md5", "JfnnlDI7RTiF9RgfG2JNCw==", "", " 200 ")]
    [InlineData("x-amz-checksum-md5", "AAAAAAAAAAAAAAAAAAAAAA==", "", "BadDigest")]
    [InlineData("x-amz-checksum-sha512", Sha512, "", " 200 ")]
    [InlineData("x-amz-checksum-xxhash64", "jLhB20Dmrnk=", "", "BadDigest")]
    [InlineData("x-amz-checksum-xxhash64", "jLhB20DmroM=", "", " 200 ")]
    [InlineData("x-amz-checksum-sha3", "AAAA", "", "InvalidRequest")]
    [InlineData("x-amz-checksum-crc32", Sum, "x-amz-sdk-checksum-algorithm: CRC32\r\n", " 200 ")]
    [InlineData("x-amz-checksum-crc32", Sum, "x-amz-sdk-checksum-algorithm: crc32\r\n", " 200 ")]
    [InlineData("x-amz-checksum-crc32", Sum, "x-amz-sdk-checksum-algorithm: SHA1\r\n", "InvalidRequest")]
    [InlineData("x-amz-checksum-crc32", Sum, "x-amz-checksum-crc32: y/Q5Jg==\r\n", "InvalidRequest")]
    public async Task A_checksum_behind_the_body_is_held_to(string trailer, string sum, string headers, string expected)
    {
        await using var orrery = await StartAsync();
        var body = $"9\r\n123456789\r\n0\r\n{trailer}:{sum}\r\n\r\n";
        var answer = await SpeakAsync(orrery, Put(
            "k",
            $"Content-Length: {body.Length}\r\nContent-Encoding: aws-chunked\r\nx-amz-decoded-content-length: 9\r\n"
                + "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n"
                + $"x-amz-trailer: {trailer}\r\n{headers}",
            body));
        Assert.Contains(expected, answer);
        if (expected == " 200 ") Assert.Contains($"{trailer}: {sum}", answer);
    }

    [Theory]
    [InlineData("x-amz-sdk-checksum-algorithm: CRC32\r\n", "no corresponding x-amz-checksum-*")]
    [InlineData("x-amz-sdk-checksum-algorithm: CRC32\r\nx-amz-trailer: x-amz-checksum-crc32\r\n", "no corresponding")]
    [InlineData("x-amz-sdk-checksum-algorithm: CRC32C\r\nx-amz-checksum-crc32: jdDlVg==\r\n", "header is invalid")]
    [InlineData("x-amz-sdk-checksum-algorithm: ADLER\r\n", "header is invalid")]
    public async Task An_algorithm_without_its_checksum_is_refused(string headers, string message)
    {
        await using var orrery = await StartAsync();
        var answer = await SpeakAsync(orrery, Put("k", $"Content-Length: 1\r\n{headers}", "x"));
        Assert.Contains(" 400 ", answer);
        Assert.Contains("<Code>InvalidRequest</Code>", answer);
        Assert.Contains(message, answer);
        Assert.Contains(" 404 ", await SpeakAsync(orrery, Get("k")));
    }

    [Fact]
    public async Task Many_are_deleted_only_with_a_checksum_that_holds()
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 1\r\n", "x"));
        var bare = await SpeakAsync(orrery, Post("?delete", "", Document));
        Assert.Contains("<Code>InvalidRequest</Code>", bare);
        Assert.Contains("Missing required header for this request: Content-MD5", bare);
        Assert.Contains("BadDigest", await SpeakAsync(orrery, Post(
            "?delete", $"x-amz-checksum-md5: {Md5("else")}\r\n", Document)));
        Assert.Contains("BadDigest", await SpeakAsync(orrery, Post(
            "?delete", "x-amz-checksum-xxhash3: AAAA\r\n", Document)));
        Assert.Contains(" 200 ", await SpeakAsync(orrery, Get("k")));
        Assert.Contains("<Deleted>", await SpeakAsync(orrery, Post(
            "?delete", $"x-amz-checksum-md5: {Md5(Document)}\r\n", Document)));
        await SpeakAsync(orrery, Put("k", "Content-Length: 1\r\n", "x"));
        Assert.Contains("<Deleted>", await SpeakAsync(orrery, Post(
            "?delete", $"Content-MD5: {Md5(Document)}\r\n", Document)));
        Assert.Contains(" 404 ", await SpeakAsync(orrery, Get("k")));
    }

    [Fact]
    public async Task An_object_whose_length_nobody_tells_is_refused()
    {
        await using var orrery = await StartAsync();
        Assert.Contains("MissingContentLength", await SpeakAsync(orrery, Put("k", "", "")));
        Assert.Contains(" 404 ", await SpeakAsync(orrery, Get("k")));
        Assert.Contains(" 200 ", await SpeakAsync(orrery, Put("k", "Content-Length: 0\r\n", "")));
        Assert.Contains(" 200 ", await SpeakAsync(orrery, Put("copy", "x-amz-copy-source: a-bucket/k\r\n", "")));
    }

    [Theory]
    [InlineData("%ff%fe")]
    [InlineData("a%c3")]
    [InlineData("%ed%a0%80")]
    public async Task A_key_that_is_no_text_is_refused(string key)
    {
        await using var orrery = await StartAsync();
        Assert.Contains("InvalidURI", await SpeakAsync(orrery, Put(key, "Content-Length: 1\r\n", "x")));
        Assert.Contains("InvalidURI", await SpeakAsync(orrery, Get(key)));
        Assert.Contains(" 200 ", await SpeakAsync(orrery, Put("%EF%BF%BD%zz", "Content-Length: 1\r\n", "x")));
    }

    [Theory]
    [InlineData("GET /a-bucket/k", 400)]
    [InlineData("HEAD /a-bucket/k", 400)]
    [InlineData("GET /a-bucket?list-type=2", 400)]
    [InlineData("PUT /a-bucket/k", 200)]
    public async Task Encryption_is_asked_for_only_where_something_is_made(string line, int status)
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 1\r\n", "x"));
        var answer = await SpeakAsync(
            orrery, $"{line} HTTP/1.1\r\nHost: localhost\r\n{Signed}Content-Length: 0\r\n"
                + "x-amz-server-side-encryption: AES256\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer);
        if (line.StartsWith("GET", StringComparison.Ordinal)) Assert.Contains("InvalidArgument", answer);
    }

    [Theory]
    [InlineData("GET", "?list-type=2&max-keys=abc", "", "InvalidArgument")]
    [InlineData("GET", "?list-type=2&fetch-owner=perhaps", "", "InvalidArgument")]
    [InlineData("PUT", "/k", "x-amz-storage-class: BOGUS\r\n", "InvalidStorageClass")]
    [InlineData("PUT", "/k", "x-amz-object-lock-retain-until-date: soon\r\n", "InvalidArgument")]
    public async Task What_a_parameter_cannot_be_has_the_code_of_S3(
        string method, string target, string headers, string code)
    {
        await using var orrery = await StartAsync();
        var answer = await SpeakAsync(
            orrery,
            $"{method} /a-bucket{target} HTTP/1.1\r\nHost: localhost\r\n{Signed}{headers}Content-Length: 0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer);
        Assert.Contains($"<Code>{code}</Code>", answer);
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("xx-1")]
    public async Task A_place_that_is_none_has_its_own_code(string place)
    {
        await using var orrery = await StartAsync();
        var body = "<CreateBucketConfiguration><LocationConstraint>" + place
            + "</LocationConstraint></CreateBucketConfiguration>";
        Assert.Contains("<Code>InvalidLocationConstraint</Code>", await SpeakAsync(
            orrery,
            $"PUT /b-bucket HTTP/1.1\r\nHost: localhost\r\n{Signed}Content-Length: {body.Length}\r\n\r\n{body}"));
    }

    [Fact]
    public async Task A_bucket_in_the_first_region_tells_it_by_an_empty_root()
    {
        await using var orrery = await StartAsync();
        Assert.EndsWith(
            "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"></LocationConstraint>",
            await SpeakAsync(
                orrery, $"GET /a-bucket?location HTTP/1.1\r\nHost: localhost\r\n{Signed}\r\n"));
    }

    [Theory]
    [InlineData("a-bucket.localhost", "k")]
    [InlineData("a-bucket.localhost:4566", "k")]
    [InlineData("a-bucket.localhost.localstack.cloud:4566", "k")]
    [InlineData("a-bucket.s3.localhost", "k")]
    [InlineData("s3.localhost", "a-bucket/k")]
    public async Task A_bucket_may_stand_before_the_endpoint(string host, string path)
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 5\r\n", "hello"));
        Assert.EndsWith("\r\n\r\nhello", await SpeakAsync(
            orrery, $"GET /{path} HTTP/1.1\r\nHost: {host}\r\n{Signed}\r\n"));
    }

    [Fact]
    public async Task A_form_that_is_none_is_told_so()
    {
        await using var orrery = await StartAsync();
        var answer = await SpeakAsync(orrery, Post("", "Content-Type: text/plain\r\n", "x"));
        Assert.StartsWith("HTTP/1.1 400 ", answer);
        Assert.Contains("RequestIsNotMultiPartContent", answer);
        var inHost = "POST / HTTP/1.1\r\nHost: a-bucket.localhost\r\n" + Signed + "Content-Length: 0\r\n\r\n";
        Assert.Contains("RequestIsNotMultiPartContent", await SpeakAsync(orrery, inHost));
        Assert.Contains("MethodNotAllowed", await SpeakAsync(orrery, inHost.Replace("a-bucket", "s3")));
    }

    [Fact]
    public async Task What_browsers_are_refused_has_an_id_too()
    {
        await using var orrery = await StartAsync();
        AssertHasId("AccessForbidden", await SpeakAsync(
            orrery,
            "OPTIONS /a-bucket/k HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: http://here\r\n"
                + "Access-Control-Request-Method: PUT\r\n\r\n"));
        AssertHasId("MalformedPOSTRequest", await SpeakAsync(
            orrery, Post("", "Content-Type: multipart/form-data; boundary=b\r\n", "nothing")));
    }

    private static void AssertHasId(string code, string answer)
    {
        Assert.Contains($"<Code>{code}</Code>", answer);
        Assert.Contains("<RequestId>", answer);
        Assert.DoesNotContain("00000000-0000-0000", answer);
    }
}
