using System.Text;
using Orrery.Core;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Signing;

/// <summary>The worked examples of the S3 API reference, "Authenticating Requests (AWS Signature Version 4)".</summary>
public sealed class S3ExamplesTests
{
    private const string Bucket = "Host: examplebucket.s3.amazonaws.com";
    private const string Empty = "x-amz-content-sha256: " + Signatures.EmptyHash;
    private const string HashAndDate = "host;x-amz-content-sha256;x-amz-date";
    private static readonly DateTimeOffset Now = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly RequestGate Gate = new(TestCatalog.Instance, new GateOptions { Strict = true });
    private static readonly Keys Known = new(Keys.Example);

    public static TheoryData<SignedRow> Rows { get; } =
    [
        new SignedRow("GetObject", "GET /test.txt", $"Range: bytes=0-9|{Empty}", "",
            "host;range;x-amz-content-sha256;x-amz-date",
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        new SignedRow("PutObject", "PUT /test$file.text",
            "Date: Fri, 24 May 2013 00:00:00 GMT|x-amz-storage-class: REDUCED_REDUNDANCY|x-amz-content-sha256: "
            + "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            "Welcome to Amazon S3.", "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        new SignedRow("GetBucketLifecycleConfiguration", "GET /?lifecycle", Empty, "", HashAndDate,
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        new SignedRow("ListObjects", "GET /?max-keys=2&prefix=J", Empty, "", HashAndDate,
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Documented_requests_pass_the_gate(SignedRow row)
    {
        string[] all =
        [
            Bucket, "x-amz-date: 20130524T000000Z", .. row.Headers.Split('|'),
            Authorization(row.SignedHeaders, row.Signature),
        ];
        var admission = await Gate.AdmitAsync(WireRequests.Of(row.Line, all, row.Body), Known, Now);
        Assert.Null(admission.Refusal);
        Assert.Equal(row.Name, admission.Operation!.Name);
        Assert.Equal("examplebucket", admission.Label("Bucket"));
        Assert.Equal(SignerKind.Known, admission.Signer.Kind);
    }

    [Fact]
    public async Task The_documented_presigned_url_passes_for_a_day_and_no_longer()
    {
        const string Url = "GET /test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        var fresh = await Gate.AdmitAsync(WireRequests.Of(Url, [Bucket]), Known, Now.AddHours(24));
        var stale = await Gate.AdmitAsync(WireRequests.Of(Url, [Bucket]), Known, Now.AddHours(24).AddSeconds(1));
        Assert.Null(fresh.Refusal);
        Assert.Equal(("AccessDenied", "Request has expired", 403), Parts(stale.Refusal!));
    }

    [Fact]
    public async Task The_documented_chunked_upload_is_decoded()
    {
        var request = Chunked(
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;"
            + "x-amz-storage-class",
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
            [
                "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
                "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
                "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
            ]);
        Assert.Null((await Gate.AdmitAsync(request, Known, Now)).Refusal);
        Assert.Equal(new string('a', 66560), Encoding.ASCII.GetString((await request.Body.BufferAsync(100_000)).Span));
        Assert.Null(request.Headers.Get("Content-Encoding"));
    }

    [Fact]
    public async Task The_documented_trailer_is_verified_and_surfaced()
    {
        var request = ChunkedWithTrailer("sOO8/Q==");
        Assert.Null((await Gate.AdmitAsync(request, Known, Now)).Refusal);
        Assert.Equal(66560, (await request.Body.BufferAsync(100_000)).Length);
        Assert.Equal("sOO8/Q==", request.Body.Trailers.Get("x-amz-checksum-crc32c"));
    }

    [Fact]
    public async Task A_changed_trailer_is_refused()
    {
        var request = ChunkedWithTrailer("sOO8/A==");
        Assert.Null((await Gate.AdmitAsync(request, Known, Now)).Refusal);
        var refusal = await Assert.ThrowsAsync<ServiceException>(async () => await request.Body.BufferAsync(100_000));
        Assert.Equal("SignatureDoesNotMatch", refusal.Code);
    }

    private static WireRequest ChunkedWithTrailer(string checksum) => Chunked(
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
        "content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class;"
        + "x-amz-trailer",
        "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
        [
            "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
            "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
            "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
        ],
        $"x-amz-checksum-crc32c:{checksum}\r\n"
        + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n");

    private static WireRequest Chunked(string kind, string signed, string seed, string[] chunks, string trailer = "")
    {
        var body = $"10000;chunk-signature={chunks[0]}\r\n{new string('a', 65536)}\r\n"
            + $"400;chunk-signature={chunks[1]}\r\n{new string('a', 1024)}\r\n"
            + $"0;chunk-signature={chunks[2]}\r\n{trailer}\r\n";
        string[] headers =
        [
            "Host: s3.amazonaws.com", "x-amz-date: 20130524T000000Z", "x-amz-storage-class: REDUCED_REDUNDANCY",
            $"x-amz-content-sha256: {kind}", "Content-Encoding: aws-chunked", "x-amz-decoded-content-length: 66560",
            "Content-Length: 66824", Authorization(signed, seed),
        ];
        if (trailer.Length > 0) headers = [.. headers, "x-amz-trailer: x-amz-checksum-crc32c"];
        return WireRequests.Of(
            "PUT /examplebucket/chunkObject.txt", headers, Encoding.ASCII.GetBytes(body), streamed: true);
    }

    private static string Authorization(string signed, string signature) =>
        "Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
        + $"SignedHeaders={signed},Signature={signature}";

    private static (string, string, int) Parts(ServiceException e) => (e.Code, e.Message, e.Status);
}
