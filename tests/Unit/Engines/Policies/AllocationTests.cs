using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Tests.Unit.Engines.Policies;

public sealed class AllocationTests
{
    [Fact]
    public void To_allow_allocates_nothing()
    {
        var requests = LargePrincipal.Requests();
        Assert.All(requests, r => Assert.True(Evaluator.Decide(r).IsAllowed));
        Assert.Equal(0, BytesOf(requests));
    }

    [Theory]
    [InlineData("""{"StringLike":{"aws:x":"home/${aws:username}/*"}}""", "home/alice/a")]
    [InlineData("""{"StringNotEqualsIgnoreCase":{"aws:x":["a","b"]}}""", "c")]
    [InlineData("""{"DateGreaterThan":{"aws:x":"2026-01-01T00:00:00Z"}}""", "2026-02-01T00:00:00Z")]
    [InlineData("""{"NumericLessThan":{"aws:x":"10"}}""", "9.5")]
    [InlineData("""{"IpAddress":{"aws:x":"2001:db8::/32"}}""", "2001:db8::1:2")]
    [InlineData("""{"BinaryEquals":{"aws:x":"AAEC"}}""", "AAEC")]
    [InlineData("""{"ArnLike":{"aws:x":"arn:aws:iam::*:role/${aws:username}*"}}""", "arn:aws:iam::1:role/alice1")]
    [InlineData("""{"ForAllValues:StringLike":{"aws:x":["a*","b?"]}}""", "bc")]
    public void No_operator_allocates(string condition, string value)
    {
        var policy = Ask.Allow("*", $$""","Condition":{{condition}}""");
        var context = RequestContext.Of(("aws:x", value), ("aws:username", "alice"));
        var request = Ask.Request("s3:GetObject", "arn:aws:s3:::b/k", policy, null, context);
        Assert.True(Evaluator.Decide(request).IsAllowed);
        Assert.Equal(0, BytesOf([request]));
    }

    [Fact]
    public void A_resource_policy_and_control_policies_allocate_nothing_either()
    {
        var policy = Ask.Policy(
            $$"""
            {"Effect":"Allow","Principal":{"AWS":["{{Ask.Account}}","{{Ask.Alice}}"]},"Action":"*",
             "Resource":"*"}
            """);
        var request = Ask.Request("s3:GetObject", "arn:aws:s3:::b/k", null, policy) with
        {
            Principal = PrincipalPolicies.None with { Control = Ask.Path(Ask.Allow("*"), Ask.Allow("s3:*")) },
        };
        Assert.True(Evaluator.Decide(request).IsAllowed);
        Assert.Equal(0, BytesOf([request]));
    }

    // A matcher that goes back would need more steps than there is time.
    [Theory]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", 'a')]
    [InlineData("*a?*a?*a?*a?*a?*a?*a?*a?*a?*a?*b", 'a')]
    [InlineData("********************************b", 'a')]
    public void A_hostile_pattern_is_matched_in_linear_time(string pattern, char filler)
    {
        var glob = Glob.Of(pattern);
        var text = new string(filler, 100_000);
        for (var times = 0; times < 20; times++)
        {
            Assert.False(glob.Matches(text));
            Assert.True(glob.Matches($"{text}b"));
        }
    }

    // The least of several rounds: the runtime itself allocates now and then while it compiles anew.
    private static long BytesOf(AccessRequest[] requests) => Enumerable.Range(0, 8).Min(_ => Round(requests));

    private static long Round(AccessRequest[] requests)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var times = 0; times < 1000; times++)
        {
            foreach (ref readonly var request in requests.AsSpan()) Evaluator.Decide(request);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
