using System.Text.Json;
using CsCheck;
using Orrery.Core;
using Orrery.Services.Events.Rules.Patterns;

namespace Orrery.Tests.Unit.Services.Events;

public sealed class PatternTests
{
    // Source: EventBridge User Guide, "Comparison operators for use in event patterns", "Event patterns", "Arrays".
    [Theory]
    [InlineData("""{"a":["x","y"]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":"y"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"b":"x"}""", false)]
    [InlineData("""{"a":[300]}""", """{"a":300}""", true)]
    [InlineData("""{"a":[300]}""", """{"a":300.0}""", false)]
    [InlineData("""{"a":[300]}""", """{"a":"300"}""", false)]
    [InlineData("""{"a":[null]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[""]}""", """{"a":null}""", false)]
    [InlineData("""{"a":[true]}""", """{"a":true}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":["w","x"]}""", true)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":{"b":"x","c":1}}""", true)]
    [InlineData("""{"a":{"b":["x"],"c":[1]}}""", """{"a":[{"b":"x","c":2},{"b":"y","c":1}]}""", false)]
    [InlineData("""{"a":{"b":["x"],"c":[1]}}""", """{"a":[{"b":"x","c":2},{"b":"x","c":1}]}""", true)]
    [InlineData("""{"a":[{"prefix":"us-"}]}""", """{"a":"us-east-1"}""", true)]
    [InlineData("""{"a":[{"prefix":{"equals-ignore-case":"US-"}}]}""", """{"a":"us-east-1"}""", true)]
    [InlineData("""{"a":[{"suffix":".png"}]}""", """{"a":"b.png"}""", true)]
    [InlineData("""{"a":[{"suffix":{"equals-ignore-case":".PNG"}}]}""", """{"a":"b.png"}""", true)]
    [InlineData("""{"a":[{"equals-ignore-case":"Alice"}]}""", """{"a":"aLICE"}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"b":"y"}""", false)]
    [InlineData("""{"a":[{"anything-but":["x","y"]}]}""", """{"a":"y"}""", false)]
    [InlineData("""{"a":[{"anything-but":[1,2]}]}""", """{"a":3}""", true)]
    [InlineData("""{"a":[{"anything-but":{"prefix":"in"}}]}""", """{"a":"init"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"prefix":["in","st"]}}]}""", """{"a":"run"}""", true)]
    [InlineData("""{"a":[{"anything-but":{"suffix":".txt"}}]}""", """{"a":"b.png"}""", true)]
    [InlineData("""{"a":[{"anything-but":{"equals-ignore-case":["A","B"]}}]}""", """{"a":"b"}""", false)]
    [InlineData("""{"a":[{"anything-but":{"wildcard":"*/lib/*"}}]}""", """{"a":"x/lib/y"}""", false)]
    [InlineData("""{"a":[{"numeric":[">",0,"<=",5]}]}""", """{"a":5}""", true)]
    [InlineData("""{"a":[{"numeric":[">",0,"<=",5]}]}""", """{"a":0}""", false)]
    [InlineData("""{"a":[{"numeric":["=",3.018e2]}]}""", """{"a":301.8}""", true)]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/24"}]}""", """{"a":"10.0.0.255"}""", true)]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/24"}]}""", """{"a":"10.0.1.0"}""", false)]
    [InlineData("""{"a":[{"cidr":"2001:db8::/32"}]}""", """{"a":"2001:db8:1::1"}""", true)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":null}""", true)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":{"b":1}}""", false)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":{"b":1}}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"c":1}""", true)]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":1}""", false)]
    [InlineData("""{"a":[{"wildcard":"dir/*.png"}]}""", """{"a":"dir/x.png"}""", true)]
    [InlineData("""{"a":[{"wildcard":"a\\*b"}]}""", """{"a":"a*b"}""", true)]
    [InlineData("""{"a":[{"wildcard":"a\\*b"}]}""", """{"a":"axb"}""", false)]
    [InlineData("""{"$or":[{"a":["x"]},{"b":[1]}]}""", """{"b":1}""", true)]
    [InlineData("""{"$or":[{"a":["x"]},{"b":[1]}],"c":["z"]}""", """{"b":1}""", false)]
    [InlineData("""{"a":["x"],"a":["y"]}""", """{"a":"x"}""", false)]
    public void A_pattern_matches_as_documented(string pattern, string occurred, bool matches) =>
        Assert.Equal(matches, Matches(pattern, occurred));

    [Theory]
    [InlineData("[]", "Filter is not an object")]
    [InlineData("{}", "Empty patterns")]
    [InlineData("{", "not JSON")]
    [InlineData("""{"a":"x"}""", "\"a\" must be an object or an array")]
    [InlineData("""{"a":[]}""", "Empty arrays")]
    [InlineData("""{"a":[["x"]]}""", "Match value must be")]
    [InlineData("""{"a":[{"foo":"x"}]}""", "Unrecognized match type foo")]
    [InlineData("""{"a":[{"prefix":1}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"a":[{"numeric":["~",1]}]}""", "Unrecognized numeric range operator")]
    [InlineData("""{"a":[{"numeric":[">",5,"<",1]}]}""", "lower bound")]
    [InlineData("""{"a":[{"numeric":[">",6e9]}]}""", "between -5.0E9 and 5.0E9")]
    [InlineData("""{"a":[{"anything-but":["x",1]}]}""", "all values are number or string")]
    [InlineData("""{"a":[{"cidr":"10.0.0.0"}]}""", "Malformed CIDR")]
    [InlineData("""{"a":[{"exists":"yes"}]}""", "true or false")]
    [InlineData("""{"a":[{"wildcard":"a**b"}]}""", "Consecutive wildcard")]
    [InlineData("""{"a":[{"wildcard":"a\\nb"}]}""", "Invalid escape")]
    public void A_pattern_that_is_not_valid_says_why(string pattern, string reason)
    {
        var refusal = Assert.Throws<ServiceException>(() => EventPattern.Parse(pattern));
        Assert.Equal("InvalidEventPatternException", refusal.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_match_as_a_slow_reading_of_the_rules_does()
    {
        var (yes, no) = (0, 0);
        Gen.Select(Patterns, Events).Sample(
            (pattern, occurred) =>
            {
                var slow = SlowPattern.Matches(pattern, occurred);
                _ = slow ? yes++ : no++;
                Assert.Equal(slow, Matches(pattern, occurred));
            },
            threads: 1,
            iter: 3_000);
        Assert.True(yes > 100 && no > 100, $"{yes} matched, {no} did not");
    }

    [Fact]
    public void Wildcards_match_as_trying_every_run_does() =>
        Gen.Select(Gen.String[Gen.Char["ab*"], 0, 6], Gen.String[Gen.Char["ab"], 0, 8]).Where(
            p => !p.Item1.Contains("**"))
            .Sample((wild, text) =>
                Assert.Equal(SlowPattern.Wild(wild, text), WildcardText.Parse(wild, "").Matches(text)));

    [Fact]
    public void A_pattern_is_parsed_once()
    {
        var memory = new PatternMemory();
        Assert.Same(memory.Of("""{"a":["x"]}"""), memory.Of("""{"a":["x"]}"""));
    }

    private static bool Matches(string pattern, string occurred)
    {
        using var document = JsonDocument.Parse(occurred);
        return EventPattern.Parse(pattern).Matches(document.RootElement);
    }

    private static Gen<string> Deeper(Gen<string> inner) => Gen.OneOf(
        Leaf,
        inner.Array[0, 3].Select(v => $"[{string.Join(',', v)}]"),
        Gen.Select(inner, inner, (c, d) => $$$"""{"c":{{{c}}},"d":{{{d}}}}"""));

    private static readonly Gen<string> Leaf = Gen.OneOfConst(
        "\"x\"", "\"xy\"", "\"y\"", "1", "2", "null", "true");

    private static readonly Gen<string> Test = Gen.Frequency(
        (3, Leaf),
        (1, Gen.OneOfConst(
            """{"prefix":"x"}""", """{"suffix":"y"}""", """{"anything-but":"x"}""", """{"anything-but":[1,2]}""",
            """{"exists":true}""", """{"exists":false}""", """{"numeric":[">",1]}""", """{"wildcard":"*y"}""")));

    private static readonly Gen<string> Tests = Test.Array[1, 3].Select(t => $"[{string.Join(',', t)}]");

    private static readonly Gen<string> Patterns = Gen.Select(Tests, Tests, Tests, Gen.Int[0, 2], (a, b, c,
        shape) => shape switch
    {
        0 => $$$"""{"a":{{{a}}},"b":{{{b}}}}""",
        1 => $$$"""{"a":{"c":{{{c}}},"d":{{{a}}}}}""",
        _ => $$$"""{"$or":[{"a":{{{a}}}},{"b":{"c":{{{c}}}}}]}""",
    });

    private static readonly Gen<string> Value = Deeper(Deeper(Leaf));

    private static readonly Gen<string> Events = Gen.OneOf(
        Gen.Select(Value, Value, (a, b) => $$$"""{"a":{{{a}}},"b":{{{b}}}}"""),
        Value.Select(a => $$$"""{"a":{{{a}}}}"""),
        Value.Select(b => $$$"""{"b":{{{b}}}}"""));
}
