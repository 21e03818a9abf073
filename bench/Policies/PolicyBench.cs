using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Bench.Policies;

/// <summary>A session of a role with 10 policies of 10 statements, that asks for what it may.</summary>
public static class PolicyBench
{
    private static readonly string[] Services =
        ["ec2", "glue", "sqs", "sns", "logs", "cloudwatch", "autoscaling", "lambda", "kms", "dynamodb"];

    /// <summary>Decides for a while.</summary>
    /// <param name="isOneService">
    /// Whether all 100 statements are about one service, so that an index by service does not help.
    /// </param>
    /// <param name="isControlled">Whether three levels of an organization have to allow too.</param>
    /// <param name="decisions">How many decisions.</param>
    public static PolicyFigures Measure(bool isOneService, bool isControlled, int decisions)
    {
        var requests = Requests(isOneService, isControlled);
        if (Array.Exists(requests, r => !Evaluator.Decide(r).IsAllowed))
            throw new InvalidOperationException("a request is refused");
        var rounds = Math.Max(decisions / requests.Length, 1);
        Run(requests, rounds / 4);
        // The processor's time, so that what else runs on the machine does not count.
        var (began, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        var allowed = Run(requests, rounds);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return new(
            allowed / (Environment.CpuUsage.TotalTime - began).TotalSeconds,
            (double)bytes / (rounds * requests.Length));
    }

    private static long Run(AccessRequest[] requests, int rounds)
    {
        var allowed = 0L;
        for (var round = 0; round < rounds; round++)
        {
            foreach (ref readonly var request in requests.AsSpan())
                if (Evaluator.Decide(request).IsAllowed) allowed++;
        }

        return allowed;
    }

    private static AccessRequest[] Requests(bool isOneService, bool isControlled)
    {
        var names = isOneService ? [.. Services.Select(_ => "ec2")] : Services;
        var principal = new PrincipalPolicies(PolicyStack.Of(names.Select((s, i) => new AttachedPolicy(
            $"arn:aws:iam::111122223333:policy/p{i}", PolicyDocument.Parse(PolicyOf(s, i), PolicyKind.Identity)))))
        {
            Control = isControlled
                ? ControlPath.Of(new[] { "root", "unit", "account" }.Select(Level))
                : ControlPath.None,
        };
        var requester = Requester.Session(
            "arn:aws:sts::111122223333:assumed-role/app/one", "arn:aws:iam::111122223333:role/app");
        var context = RequestContext.Of(
            ("aws:PrincipalArn", "arn:aws:iam::111122223333:role/app"), ("aws:RequestedRegion", "eu-west-1"),
            ("aws:SourceIp", "10.1.2.3"), ("aws:SecureTransport", "true"), ("aws:PrincipalTag/team", "red"));
        return
        [
            .. names.Select((s, i) => new AccessRequest
            {
                Requester = requester,
                Action = ActionName.Of($"{s}:Action{i}x7"),
                Resource = new($"arn:aws:{s}:eu-west-1:111122223333:kind{i}/red/name"),
                Context = context,
                Principal = principal,
                Target = new("111122223333"),
            }),
        ];
    }

    private static ControlLevel Level(string name) => new(name, PolicyStack.Of(
        new AttachedPolicy("FullAWSAccess", PolicyDocument.Parse(
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""",
            PolicyKind.ServiceControl)),
        new AttachedPolicy("Regions", PolicyDocument.Parse(
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*",
             "Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1","eu-central-1"]}}}}
            """,
            PolicyKind.ServiceControl))));

    // Eight that name actions and resources, one with a condition, one that denies.
    private static string PolicyOf(string service, int policy)
    {
        var statements = Enumerable.Range(0, 8).Select(n => $$"""
            {"Effect":"Allow","Action":["{{service}}:Action{{policy}}x{{n}}","{{service}}:Other{{policy}}x{{n}}*"],
             "Resource":"arn:aws:{{service}}:*:111122223333:kind{{policy}}/${aws:PrincipalTag/team}/*"}
            """);
        return $$"""
            {"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}},
             {"Effect":"Allow","Action":"{{service}}:Get*","Resource":"arn:aws:{{service}}:eu-west-1:111122223333:*",
              "Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"} } },
             {"Effect":"Deny","Action":"{{service}}:Delete*","Resource":"*",
              "Condition":{"Bool":{"aws:SecureTransport":"false"} } } ] }
            """;
    }
}
