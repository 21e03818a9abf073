using Orrery.Testing;
using static Orrery.Tests.Host.RawStore;

namespace Orrery.Tests.Host;

/// <summary>What S3 says of queries and headers that are not of the operation they come with, over plain
/// sockets.</summary>
public sealed class StoreQueryTests
{
    [Theory]
    [InlineData("DELETE", "?acl", 405, "MethodNotAllowed")]
    [InlineData("DELETE", "?versioning", 405, "MethodNotAllowed")]
    [InlineData("GET", "?torrent", 405, "MethodNotAllowed")]
    [InlineData("GET", "?acl&policy", 400, "Conflicting query string parameters: acl, policy")]
    [InlineData("GET", "?versionId=null", 400, "This operation does not accept a version-id.")]
    [InlineData("GET", "?list-type=2&nothing", 200, "ListBucketResult")]
    [InlineData("DELETE", "/k?uploads", 405, "MethodNotAllowed")]
    [InlineData("DELETE", "/k?acl", 405, "MethodNotAllowed")]
    [InlineData("GET", "/k?restore", 405, "MethodNotAllowed")]
    [InlineData("GET", "/k?uploads", 400, "Key is not expected for the GET method ?uploads subresource")]
    [InlineData("GET", "/k?versions", 400, "There is no such thing as the ?versions sub-resource for a key")]
    [InlineData("PUT", "/k?policy", 400, "InvalidRequest")]
    [InlineData("PUT", "/k?versionId=null", 400, "This operation does not accept a version-id.")]
    [InlineData("GET", "/k?versionId=", 400, "Version id cannot be the empty string")]
    [InlineData("GET", "/k?acl&versionId=null", 200, "FULL_CONTROL")]
    [InlineData("POST", "/k", 405, "MethodNotAllowed")]
    public async Task What_a_query_names_is_what_is_done(string method, string target, int status, string told)
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 4\r\n", "text"));
        var answer = await AskAsync(orrery, method, target);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer);
        Assert.Contains(told, answer);
        Assert.EndsWith("text", await SpeakAsync(orrery, Get("k")));
    }

    [Theory]
    [InlineData("If-Modified-Since: yesterday\r\n", 200)]
    [InlineData("If-Unmodified-Since: 2020\r\n", 200)]
    [InlineData("If-Unmodified-Since: yesterday\r\nIf-Match: \"none\"\r\n", 412)]
    [InlineData("If-Unmodified-Since: Wed, 01 Jan 2020 00:00:00 GMT\r\n", 412)]
    [InlineData("x-amz-expected-bucket-owner: me\r\n", 400)]
    [InlineData("x-amz-expected-bucket-owner: 111122223333\r\n", 403)]
    [InlineData("x-amz-content-sha256: abc\r\n", 400)]
    [InlineData("x-amz-content-sha256: UNSIGNED-PAYLOAD\r\n", 200)]
    public async Task Headers_that_say_nothing_do_not_count_and_wrong_ones_are_refused(string headers, int status)
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 1\r\n", "x"));
        Assert.StartsWith($"HTTP/1.1 {status} ", await AskAsync(orrery, "GET", "/k", headers));
    }

    [Theory]
    [InlineData("GET", "?list-type=2&max-keys=99999999999", "Provided max-keys not an integer or within integer range")]
    [InlineData("GET", "?list-type=2&encoding-type=base64", "Invalid Encoding Method specified in Request")]
    [InlineData("GET", "/k?attributes", "The x-amz-object-attributes header specifying")]
    public async Task What_the_model_rules_out_is_told_in_words_of_S3(string method, string target, string told)
    {
        await using var orrery = await StartAsync();
        var answer = await AskAsync(orrery, method, target);
        Assert.StartsWith("HTTP/1.1 400 ", answer);
        Assert.Contains(told, answer);
    }

    [Fact]
    public async Task Bytes_without_a_length_are_refused_by_the_header_that_says_so()
    {
        await using var orrery = await StartAsync();
        var answer = await SpeakAsync(orrery, Put("k", "Transfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 501 ", answer);
        Assert.Contains("<Header>Transfer-Encoding</Header>", answer);
        Assert.Contains(" 404 ", await SpeakAsync(orrery, Get("k")));
    }

    [Fact]
    public async Task Metadata_of_one_name_is_one_list()
    {
        await using var orrery = await StartAsync();
        await SpeakAsync(orrery, Put("k", "Content-Length: 1\r\nx-amz-meta-A: 1\r\nx-amz-meta-a: 2\r\n", "x"));
        Assert.Contains("x-amz-meta-a: 1,2\r\n", await SpeakAsync(orrery, Get("k")));
    }

    [Theory]
    [InlineData("a/../b", 200)]
    [InlineData("..a", 200)]
    [InlineData("a/../../b", 400)]
    [InlineData("../a", 400)]
    [InlineData("..", 400)]
    public async Task A_key_does_not_lead_out_of_its_bucket(string key, int status)
    {
        await using var orrery = await StartAsync();
        Assert.StartsWith(
            $"HTTP/1.1 {status} ", await SpeakAsync(orrery, Put(key, "Content-Length: 1\r\n", "x")));
    }

    private static Task<string> AskAsync(OrreryHost orrery, string method, string target, string headers = "") =>
        SpeakAsync(
            orrery, $"{method} /a-bucket{target} HTTP/1.1\r\nHost: localhost\r\n{Signed}{headers}"
                + "Content-Length: 0\r\n\r\n");
}
