using System.IO.Compression;
using System.Text;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Chunked;

/// <summary>Bodies with Content-Encoding: gzip.</summary>
public sealed class CompressedBodyTests
{
    private const string Form = "Action=PutMetricData&Version=2010-08-01&Namespace=a";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RequestGate Gate = new(TestCatalog.Instance, new GateOptions());

    [Fact]
    public async Task A_compressed_form_is_found_verified_and_decoded()
    {
        var request = Compressed(Gzip(Encoding.ASCII.GetBytes(Form)));
        new TestSigner(Keys.Example, "monitoring", Now).Sign(request);
        var admission = await Gate.AdmitAsync(request, new Keys(Keys.Example), Now);
        Assert.Null(admission.Refusal);
        Assert.Equal("PutMetricData", admission.Operation!.Name);
        Assert.Equal(Form, Encoding.ASCII.GetString(request.Body.Bytes.Span));
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_swells()
    {
        var request = Compressed(Gzip(new byte[64 * 1024 * 1024]));
        new TestSigner(new("test", "test"), "monitoring", Now).Sign(request);
        var admission = await Gate.AdmitAsync(request, new Keys(), Now);
        Assert.Equal(("RequestEntityTooLarge", 413), (admission.Refusal!.Code, admission.Refusal.Status));
    }

    [Fact]
    public async Task What_is_no_gzip_is_refused()
    {
        var request = Compressed(Encoding.ASCII.GetBytes(Form));
        new TestSigner(new("test", "test"), "monitoring", Now).Sign(request);
        var admission = await Gate.AdmitAsync(request, new Keys(), Now);
        Assert.Equal(("MalformedHttpRequestException", 400), (admission.Refusal!.Code, admission.Refusal.Status));
    }

    private static WireRequest Compressed(byte[] body) => WireRequests.Of(
        "POST /",
        ["Host: localhost", "Content-Type: application/x-www-form-urlencoded", "Content-Encoding: gzip"],
        body);

    private static byte[] Gzip(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Fastest)) gzip.Write(bytes);
        return to.ToArray();
    }
}
