using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Tests.Unit.Engines.Policies;

/// <summary>A principal with 10 policies of 10 statements, and requests that it may make.</summary>
public static class LargePrincipal
{
    private static readonly string[] Services =
        ["ec2", "glue", "sqs", "sns", "logs", "cloudwatch", "autoscaling", "lambda", "kms", "dynamodb"];

    /// <summary>Its requests: one for each service, on resources that its statements name by pattern.</summary>
    public static AccessRequest[] Requests()
    {
        var principal = new PrincipalPolicies(PolicyStack.Of(Services.Select((s, i) => new AttachedPolicy(
            $"arn:aws:iam::111122223333:policy/p{i}", PolicyDocument.Parse(PolicyOf(s), PolicyKind.Identity)))));
        var requester = Requester.Session(
            "arn:aws:sts::111122223333:assumed-role/app/one", "arn:aws:iam::111122223333:role/app");
        var context = RequestContext.Of(
            ("aws:RequestedRegion", "eu-west-1"), ("aws:SourceIp", "10.1.2.3"), ("aws:username", "app"),
            ("aws:SecureTransport", "true"), ("aws:PrincipalTag/team", "red"),
            ("aws:CurrentTime", "2026-03-01T00:00:00Z"));
        return
        [
            .. Services.Select((s, i) => new AccessRequest
            {
                Requester = requester,
                Action = ActionName.Of($"{s}:Action{i}"),
                Resource = new($"arn:aws:{s}:eu-west-1:111122223333:kind{i}/app/name"),
                Context = context,
                Principal = principal,
                Target = new("111122223333"),
            }),
        ];
    }

    private static string PolicyOf(string service)
    {
        var statements = Enumerable.Range(0, 8).Select(n => $$"""
            {"Effect":"Allow","Action":["{{service}}:Action{{n}}","{{service}}:Other{{n}}*"],
             "Resource":"arn:aws:{{service}}:*:111122223333:kind{{n}}/${aws:username}/*"}
            """);
        return $$"""
            {"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}},
             {"Effect":"Allow","Action":"{{service}}:*","Resource":"arn:aws:{{service}}:eu-west-1:111122223333:kind*",
              "Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"},
               "IpAddress":{"aws:SourceIp":"10.0.0.0/8"} } },
             {"Effect":"Deny","Action":"{{service}}:*","Resource":"*",
              "Condition":{"Bool":{"aws:SecureTransport":"false"} } } ] }
            """;
    }
}
