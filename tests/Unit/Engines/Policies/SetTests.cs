using CsCheck;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;
using Orrery.Engines.Policies.Sets;

namespace Orrery.Tests.Unit.Engines.Policies;

/// <summary>Sets against the enumeration of everything in small universes.</summary>
public sealed class SetTests
{
    // With a letter that no pattern names.
    private static readonly string[] Texts = [.. Enumerable.Range(0, 7).SelectMany(n => Words("abc", n))];

    private static readonly Gen<string> Patterns =
        Gen.OneOfConst('a', 'b', '*', '?').Array[0, 4].Select(c => new string(c));

    private static readonly string[] ActionPatterns = ["*", "s:*", "s:a", "s:?", "t:*", "s:b*", "T:A"];
    private static readonly string[] ResourcePatterns =
        ["*", "arn:aws:s:::1", "arn:aws:s:::*", "arn:aws:s:::1*", "arn:aws:t:*:*:?"];

    private static readonly string[] Conditions =
    [
        "", "", ""","Condition":{"StringEquals":{"aws:x":"a"}}""",
        ""","Condition":{"StringNotLike":{"aws:x":["a*"]}}""",
        ""","Condition":{"Bool":{"aws:y":"true"},"StringLike":{"aws:x":"?"}}""",
        ""","Condition":{"Null":{"aws:x":"true"}}""",
        ""","Condition":{"StringEqualsIfExists":{"aws:x":["a","b"]}}""",
        ""","Condition":{"NumericLessThan":{"aws:n":"5"}}""",
        ""","Condition":{"NumericGreaterThanEquals":{"aws:n":"5"}}""",
    ];

    private static readonly Gen<string> Policies = Gen.Select(
        Gen.OneOfConst("Allow", "Allow", "Allow", "Deny"), Gen.Bool, Gen.OneOfConst(ActionPatterns), Gen.Bool,
        Gen.OneOfConst(ResourcePatterns), Gen.OneOfConst(Conditions), Gen.Int[0, 5]).Select(
        part =>
        {
            var (effect, notAction, action, notResource, resource, condition, odd) = part;
            var (no, nor) = (notAction && odd == 0 ? "Not" : "", notResource && odd == 1 ? "Not" : "");
            return $$"""
                {"Effect":"{{effect}}","{{no}}Action":"{{action}}","{{nor}}Resource":"{{resource}}"{{condition}}}
                """;
        }).Array[1, 3].Select(Ask.Policy);

    // All that the patterns and conditions above can tell apart.
    private static readonly AccessRequest[] Everything =
    [
        .. from action in new[] { "s:a", "s:b", "s:bb", "s:cc", "s:c", "t:a", "t:b", "x:a", "x:bb" }
           from resource in new[]
           {
               "arn:aws:s:::1", "arn:aws:s:::12", "arn:aws:s:::2", "arn:aws:t:::2", "arn:aws:t:::22", "arn:aws:u:::2",
               "*", "", "arn:aws:s:r::1", "arn:aws:t:r:a:1",
           }
           from x in new[] { null, "", "a", "b", "c", "ab", "bb" }
           from y in new[] { null, "true", "false" }
           from n in new[] { null, "4", "5", "6" }
           select Ask.Request(action, resource, null, null, new RequestContext(
               new[] { ("aws:x", x), ("aws:y", y), ("aws:n", n) }.Where(e => e.Item2 is not null)
                   .Select(e => KeyValuePair.Create(ContextKey.Of(e.Item1), new ContextValues(e.Item2!))))),
    ];

    [Fact]
    public void Two_patterns_meet_exactly_where_a_text_matches_both() => Gen.Select(Patterns, Patterns).Sample((a, b) =>
    {
        var (first, second) = (Glob.Of(a), Glob.Of(b));
        Assert.Equal(Texts.Any(t => first.Matches(t) && second.Matches(t)), PatternSets.Intersect(a, b));
    });

    [Fact]
    public void A_pattern_is_within_others_exactly_where_every_text_is() =>
        Gen.Select(Patterns, Patterns, Patterns).Sample((a, b, c) =>
        {
            var globs = new[] { a, b, c }.Select(Glob.Of).ToArray();
            var isWithin = Texts.All(t => !globs[0].Matches(t) || globs[1].Matches(t) || globs[2].Matches(t));
            Assert.Equal(isWithin, PatternSets.Covers([b, c], a));
            var example = PatternSets.Example([a], [b, c]);
            Assert.Equal(isWithin, example is null);
            if (example is not null)
                Assert.True(globs[0].Matches(example) && !globs[1].Matches(example) && !globs[2].Matches(example));
        });

    [Fact]
    public void New_access_is_found_exactly_where_a_request_is_newly_allowed()
    {
        var (found, none) = (0, 0);
        Gen.Select(Policies, Policies).Sample(
            (first, second) =>
            {
                var (old, @new) = (Stack(first), Stack(second));
                var isNew = Array.Exists(Everything, r => IsAllowed(@new, r) && !IsAllowed(old, r));
                var answer = AccessChecks.NewAccess(old, @new);
                Assert.True(isNew == answer is not null, $"{isNew} {answer}:\n{first}\n{second}");
                if (isNew) Interlocked.Increment(ref found);
                else Interlocked.Increment(ref none);
            },
            iter: 1500);
        Assert.True(found > 100 && none > 100, $"{found} {none}");
    }

    [Fact]
    public void Access_is_granted_exactly_where_a_request_of_those_is_allowed()
    {
        var (found, none) = (0, 0);
        Gen.Select(Policies, Gen.OneOfConst(ActionPatterns), Gen.OneOfConst(ResourcePatterns)).Sample(
            (policy, action, resource) =>
            {
                var stack = Stack(policy);
                var asked = Stack(Ask.Policy(
                    $$"""{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"}"""));
                var isGranted = Array.Exists(Everything, r => IsAllowed(stack, r) && IsAllowed(asked, r));
                var answer = AccessChecks.Granted(stack, [action], [resource]);
                Assert.True(isGranted == answer is not null, $"{isGranted} {answer}: {action} {resource}\n{policy}");
                if (isGranted) Interlocked.Increment(ref found);
                else Interlocked.Increment(ref none);
            },
            iter: 1500);
        Assert.True(found > 100 && none > 100, $"{found} {none}");
    }

    // Access Analyzer's example: the same access by other words is not new.
    [Fact]
    public void The_same_access_in_other_words_is_not_new()
    {
        var old = Stack(Ask.Allow("s3:Get*"));
        var same = Stack(Ask.Policy(
            """{"Effect":"Allow","Action":["s3:GetObject","s3:Get?*"],"Resource":["arn:aws:s3:::*","*"]}"""));
        Assert.Null(AccessChecks.NewAccess(old, same));
        var more = AccessChecks.NewAccess(old, Stack(Ask.Allow("s3:G*")));
        Assert.Equal(("s3:G*", true), (more?.Action, more?.IsExact));
    }

    private static PolicyStack Stack(string policy) => PolicyStack.Of(
        new AttachedPolicy("p", PolicyDocument.Parse(policy, PolicyKind.ServiceControl)));

    private static bool IsAllowed(PolicyStack stack, AccessRequest request) =>
        Evaluator.Decide(request with { Principal = new(stack) }).IsAllowed;

    private static IEnumerable<string> Words(string letters, int length) => length == 0
        ? [""]
        : Words(letters, length - 1).SelectMany(w => letters.Select(c => w + c));
}
