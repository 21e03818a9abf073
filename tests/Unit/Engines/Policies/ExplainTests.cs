using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Explaining;
using Orrery.Engines.Policies.Requests;
using Orrery.Tests.Unit.Engines.Policies.Twin;

namespace Orrery.Tests.Unit.Engines.Policies;

public sealed class ExplainTests
{
    private const string Secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:x";

    // IAM User Guide, "Troubleshoot access denied error messages".
    [Theory]
    [InlineData(PolicyLayer.ServiceControl, false, "because no service control policy allows the s3:GetObject action")]
    [InlineData(PolicyLayer.ServiceControl, true, "with an explicit deny in a service control policy")]
    [InlineData(PolicyLayer.ResourceControl, true, "with an explicit deny in a resource control policy")]
    [InlineData(PolicyLayer.Endpoint, false, "because no VPC endpoint policy allows the s3:GetObject action")]
    [InlineData(PolicyLayer.Endpoint, true, "with an explicit deny in a VPC endpoint policy")]
    [InlineData(PolicyLayer.Resource, false, "because no resource-based policy allows the s3:GetObject action")]
    [InlineData(PolicyLayer.Resource, true, "with an explicit deny in a resource-based policy")]
    [InlineData(PolicyLayer.Identity, false, "because no identity-based policy allows the s3:GetObject action")]
    [InlineData(PolicyLayer.Identity, true, "with an explicit deny in an identity-based policy")]
    [InlineData(PolicyLayer.Boundary, false, "because no permissions boundary allows the s3:GetObject action")]
    [InlineData(PolicyLayer.Boundary, true, "with an explicit deny in a permissions boundary")]
    [InlineData(PolicyLayer.Session, false, "because no session policy allows the s3:GetObject action")]
    [InlineData(PolicyLayer.Session, true, "with an explicit deny in a session policy")]
    public void A_refusal_is_worded_as_AWS_words_it(PolicyLayer layer, bool isExplicit, string because)
    {
        var verdict = new Verdict(isExplicit ? Outcome.ExplicitDeny : Outcome.ImplicitDeny, layer, null);
        Assert.Equal(
            $"User: {Ask.Alice} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k {because}",
            AccessDenied.Message(Ask.Request("s3:GetObject", "arn:aws:s3:::b/k"), verdict));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:policy/Deny", Ask.Account, "", ": arn:aws:iam::111122223333:policy/Deny")]
    [InlineData("arn:aws:iam::111122223333:policy/Deny", "", "", ": arn:aws:iam::111122223333:policy/Deny")]
    [InlineData("arn:aws:iam::111122223333:policy/Deny", "999999999999", "", "")]
    [InlineData("arn:aws:iam::111122223333:policy/D", "999999999999", "o-1", ": arn:aws:iam::111122223333:policy/D")]
    [InlineData("arn:aws:iam::111122223333:policy/Deny", "999999999999", "o-2", "")]
    [InlineData(Ask.Alice + "#own", Ask.Account, "", "")]
    public void A_denial_tells_the_ARN_of_its_policy_within_an_account_or_organization(
        string name, string account, string organization, string end)
    {
        var document = PolicyDocument.Parse(Ask.Deny("s3:*"), PolicyKind.Identity);
        var context = new RequestContext(organization.Length == 0 ? [] :
        [
            KeyValuePair.Create(ContextKey.Of("aws:PrincipalOrgID"), new ContextValues("o-1")),
            KeyValuePair.Create(ContextKey.Of("aws:ResourceOrgID"), new ContextValues(organization)),
        ]);
        var request = Ask.Request("s3:GetObject", "arn:aws:s3:::b/k", context: context) with
        {
            Principal = new(PolicyStack.Of([new AttachedPolicy(name, document)])), Target = new(account),
        };
        Assert.EndsWith(
            "with an explicit deny in an identity-based policy" + end,
            AccessDenied.Message(request, Evaluator.Decide(request)));
    }

    [Theory]
    [InlineData(false, "because no role trust policy allows the sts:AssumeRole action")]
    [InlineData(true, "with an explicit deny in the role trust policy")]
    public void A_role_trust_policy_has_words_of_its_own(bool isExplicit, string because)
    {
        var trust = Ask.Policy(
            $$"""{"Effect":"{{(isExplicit ? "Deny" : "Allow")}}","Principal":{"AWS":"{{(isExplicit
                ? Ask.Account : "999999999999")}}"},"Action":"sts:AssumeRole"}""");
        var request = Ask.Request("sts:AssumeRole", Ask.Role, Ask.Allow("*")) with
        {
            Target = new(Ask.Account) { MustAllow = true, Policy = Ask.Stack(PolicyKind.Trust, trust) },
        };
        Assert.EndsWith(because, AccessDenied.Message(request, Evaluator.Decide(request)));
    }

    [Fact]
    public void An_action_without_a_resource_is_named_without_one() => Assert.Equal(
        $"User: {Ask.Alice} is not authorized to perform: codecommit:ListRepositories because no identity-based policy "
        + "allows the codecommit:ListRepositories action",
        Message(Ask.Request("codecommit:ListRepositories", "*")));

    [Fact]
    public void A_no_names_what_nearly_granted_and_the_smallest_statement_that_would()
    {
        var policy = Ask.Policy(
            """
            {"Sid":"Own","Effect":"Allow","Action":"secretsmanager:Get*",
             "Resource":"arn:aws:secretsmanager:*:*:secret:y"}
            """,
            """
            {"Sid":"Mfa","Effect":"Allow","Action":"secretsmanager:*","Resource":"*",
             "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}
            """);
        var request = Ask.Request("secretsmanager:GetSecretValue", Secret, policy);
        var decision = Explainer.Explain(request, Evaluator.Decide(request));
        Assert.False(decision.Allowed);
        Assert.Equal("IMPLICIT_DENY", decision.Root.Code);
        Assert.Equal(
            [
                $"statement Own, line 1, of Identity0 is not about {Secret}",
                "statement Mfa, line 2, of Identity0 asks Bool aws:MultiFactorAuthPresent: true; "
                    + "the request has nothing",
            ],
            decision.Root.Because.Select(b => b.Text));
        var change = Assert.Single(Assert.Single(decision.Remedies).Changes);
        Assert.Equal(("iam:PutUserPolicy", Ask.Alice), (change.Action, change.Subject));
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","""
                + $$""" "Resource":"{{Secret}}"}]}""".TrimStart(),
            change.Arguments["PolicyDocument"]);
    }

    [Fact]
    public void A_denying_statement_is_named_by_policy_Sid_and_line()
    {
        var policy = """
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Effect": "Allow", "Action": "*", "Resource": "*" },
                { "Sid": "NoSecrets", "Effect": "Deny", "Action": "secretsmanager:*", "Resource": "*" }
              ]
            }
            """;
        var request = Ask.Request("secretsmanager:GetSecretValue", Secret, policy);
        var verdict = Evaluator.Decide(request);
        var decision = Explainer.Explain(request, verdict);
        Assert.Equal(("NoSecrets", 5), (verdict.Rule!.Statement.Sid, verdict.Rule.Statement.Line));
        Assert.Equal(
            "statement NoSecrets, line 5, of Identity0 denies secretsmanager:GetSecretValue",
            decision.Root.Because.Single().Text);
        Assert.Equal("remove statement NoSecrets from Identity0", decision.Remedies.Single().Text);
    }

    [Fact]
    public void A_yes_names_the_statement_that_grants()
    {
        var request = Ask.Request("s3:GetObject", "arn:aws:s3:::b/k", Ask.Allow("s3:*"));
        var decision = Explainer.Explain(request, Evaluator.Decide(request));
        Assert.True(decision.Allowed);
        Assert.Equal(
            "statement 1, line 1, of Identity0, an identity-based policy, allows s3:GetObject",
            decision.Root.Text);
    }

    // Each remedy was tried on a copy of the policies; here that there always is one, and never for a yes.
    [Fact]
    public void Every_no_has_a_remedy()
    {
        var lengths = new SortedDictionary<int, int>();
        for (var seed = 0; seed < 1500; seed++)
        {
            var request = CompiledCase.Of(new RandomCase(seed).Make());
            var verdict = Evaluator.Decide(request);
            var decision = Explainer.Explain(request, verdict);
            Assert.Equal(verdict.IsAllowed, decision.Allowed);
            Assert.Equal(verdict.IsAllowed ? 0 : 1, decision.Remedies.Count);
            if (verdict.IsAllowed) continue;
            var steps = decision.Remedies[0].Changes.Count;
            lengths[steps] = lengths.GetValueOrDefault(steps) + 1;
        }

        Assert.True(lengths.Count > 2);
    }

    private static string Message(in AccessRequest request) => AccessDenied.Message(request, Evaluator.Decide(request));
}
