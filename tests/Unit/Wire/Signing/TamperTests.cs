using CsCheck;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Signing;

/// <summary>One changed character in any signed part makes a signed request refused.</summary>
public sealed class TamperTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RequestGate Gate = new(TestCatalog.Instance, new GateOptions());
    private static readonly Gen<string> Word = Gen.Char["abcXYZ019-_.~ /%+éሴ"].Array[1, 12].Select(c => new string(c));

    private static readonly Gen<WireRequest> Requests =
        from key in Word
        from prefix in Word
        from meta in Word
        select WireRequests.Of(
            $"PUT /bucket/{Percent.Encode(key, keepSlash: true)}?tagging&prefix={Percent.Encode(prefix)}",
            ["Host: localhost:4566", $"X-Amz-Meta-Note: {meta}", "Content-Type: text/plain"], "<Tagging/>");

    [Fact]
    public async Task A_signed_request_passes_and_its_tampered_twin_does_not() =>
        await Requests.Select(Gen.Int[0, 5], Gen.Int[0, 1000]).SampleAsync(async (request, part, place) =>
        {
            new TestSigner(Keys.Example, "s3", Now).Sign(request);
            var good = await Gate.AdmitAsync(request, new Keys(Keys.Example), Now);
            var bad = await Gate.AdmitAsync(Tamper(request, part, place), new Keys(Keys.Example), Now);
            return good.Refusal is null && bad.Refusal is { Status: >= 400 and < 500 };
        }, iter: 300);

    [Fact]
    public async Task A_presigned_url_holds_and_its_tampered_twin_does_not() =>
        await Word.Select(Gen.Int[0, 1000]).SampleAsync(async (key, place) =>
        {
            var plain = WireRequests.Of($"GET /bucket/k{Percent.Encode(key)}?versionId=abc", ["Host: localhost:4566"]);
            var signed = new TestSigner(Keys.Example, "s3", Now).Presign(plain, 60);
            var tampered = new WireRequest
            {
                Method = "GET",
                RawPath = signed.RawPath,
                RawQuery = Change(signed.RawQuery, place),
                Headers = signed.Headers,
            };
            var good = await Gate.AdmitAsync(signed, new Keys(Keys.Example), Now);
            var bad = await Gate.AdmitAsync(tampered, new Keys(Keys.Example), Now);
            // A changed key id or algorithm is an unknown key or an unsigned request: never the owner of the key.
            return good.Refusal is null && (bad.Refusal is not null || bad.Signer.Kind != SignerKind.Known);
        }, iter: 300);

    private static WireRequest Tamper(WireRequest r, int part, int place)
    {
        var headers = new WireHeaders();
        foreach (var header in r.Headers) headers.Add(header.Name, header.Value);
        string[] signed = ["Host", "X-Amz-Meta-Note", "Content-Type"];
        if (part == 3) headers.Set(signed[place % 3], Change(headers.Get(signed[place % 3])!, place));
        if (part == 4) headers.Set("Authorization", ChangeSignature(headers.Get("Authorization")!, place));
        return new WireRequest
        {
            Method = part == 0 ? "GET" : r.Method,
            RawPath = part == 1 ? $"/bucket/{Change(r.RawPath[8..], place)}" : r.RawPath,
            RawQuery = part == 2 ? Change(r.RawQuery, place) : r.RawQuery,
            Headers = headers,
            Body = part == 5 ? new WireBody("<Tagging />"u8.ToArray()) : r.Body,
        };
    }

    // A digit or letter in place of another; both mean themselves wherever they stand, so the meaning changes.
    private static string Change(string text, int place)
    {
        var at = Enumerable.Range(0, text.Length).Select(i => (i + place) % text.Length)
            .FirstOrDefault(i => char.IsAsciiLetterOrDigit(text[i]) && !InEscape(text, i), -1);
        return at < 0 ? text + "q" : $"{text[..at]}{(text[at] == '7' ? '8' : '7')}{text[(at + 1)..]}";
    }

    private static bool InEscape(string text, int i) => (i > 0 && text[i - 1] == '%') || (i > 1 && text[i - 2] == '%');

    private static string ChangeSignature(string authorization, int place)
    {
        var start = authorization.IndexOf("Signature=", StringComparison.Ordinal) + "Signature=".Length;
        return authorization[..start] + Change(authorization[start..], place);
    }
}
