using System.Text;
using CsCheck;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Differential.Signing;

/// <summary>What botocore signs, by header and in the query, for S3 and for the others, is accepted.</summary>
public sealed class SigningTests
{
    private const int Cases = 400;

    private static readonly Gen<string> Word =
        Gen.Char["abcXYZ019-_.~ /!'()*+,:;=@&$%?#éሴ\""].Array[1, 10].Select(c => new string(c));

    private static readonly Gen<string> Header =
        Gen.Char["ab 1-,;=\"'/()"].Array[1, 12].Select(c => $"v{new string(c)}v");

    // Clients escape the path as botocore's serializers do; S3 keys keep "/" and "~".
    private static readonly Gen<SigningCase> Generator =
        from kind in Gen.OneOfConst("header", "query", "s3", "s3query")
        from segments in Word.Array[0, 4]
        from query in Gen.Select(Word, Word).Array[0, 3]
        from header in Header
        from body in Word
        from token in Gen.OneOfConst(null, "IQoJb3JpZ2luX2VjE//w==")
        select new SigningCase(
            kind,
            kind.StartsWith("s3", StringComparison.Ordinal) ? "s3" : "iam",
            "eu-west-1",
            kind.EndsWith("query", StringComparison.Ordinal) ? "GET" : "POST",
            $"http://localhost:4566/{string.Join('/', segments.Select(s => Percent.Encode(s)))}"
                + (query.Length == 0 ? "" : "?" + string.Join('&', query.Select(Pair))),
            kind.EndsWith("query", StringComparison.Ordinal) ? [] : new() { ["X-Amz-Meta-Note"] = header },
            kind.EndsWith("query", StringComparison.Ordinal) ? "" : body)
        {
            Token = token,
        };

    [Fact]
    public void What_botocore_signs_is_accepted()
    {
        var cases = new List<SigningCase>();
        Generator.Array[Cases].Sample(cases.AddRange, iter: 1, seed: "0N0XIzNsQ0O2", threads: 1);
        if (BotocoreSigner.Sign(cases) is not { } signed)
        {
            Assert.Skip("python3 with botocore is not installed: its signer was not compared.");
            return;
        }
        Assert.Equal(cases.Count, signed.Count);
        for (var i = 0; i < cases.Count; i++) Accepts(cases[i], signed[i]);
    }

    private static void Accepts(SigningCase one, SignedCase sent)
    {
        var headers = new WireHeaders();
        foreach (var (name, value) in sent.Headers) headers.Add(name, value);
        var request = new WireRequest
        {
            Method = one.Method, RawPath = sent.Path, RawQuery = sent.Query, Headers = headers,
        };
        var (claim, fault) = ClaimReader.Read(request);
        Assert.True(fault is null && claim is not null, $"{one} {fault}");
        var hash = claim.PayloadHash
            ?? (one.Service == "s3" ? "UNSIGNED-PAYLOAD" : Signatures.Hash(Encoding.UTF8.GetBytes(one.Body)));
        var key = new SigningCredential(one.Key, one.Secret, one.Token);
        var verdict = new SignatureVerifier().Verify(request, claim, key, hash, claim.SignedAt);
        Assert.True(verdict is null, $"{one.Kind} {one.Url} => {sent.Path} ? {sent.Query}: {verdict}");
    }

    private static string Pair((string Name, string Value) pair) =>
        $"{Percent.Encode(pair.Name)}={Percent.Encode(pair.Value)}";
}
