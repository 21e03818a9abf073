using Orrery.Authorization;
using Orrery.Contracts;
using Orrery.Contracts.Identity;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.AccessAnalyzer;
using Orrery.Services.AccessAnalyzer.Operations.Lifecycle;
using Orrery.Services.Iam;
using Orrery.Services.Iam.Operations.RolePolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Wire.Generated.Accessanalyzer;
using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Bench.Access;

/// <summary>Roles with a trust policy and a policy each; every third trusts another account.</summary>
public static class AccessBench
{
    private const string Account = "123456789012";
    private const string RoleQuota = "L-FE177D64";

    /// <summary>Measures, in a world in memory.</summary>
    /// <param name="roles">How many roles there are.</param>
    public static async Task<AccessFigures> MeasureAsync(int roles)
    {
        var quotas = new Quotas(new Dictionary<string, int> { [RoleQuota] = roles + 1 });
        var house = new House(
            [AccessAnalyzerService.Registration, IamService.Registration, StsService.Registration],
            Ports.None.With<IQuotas>(quotas).With<IAccessSearch>(new AccessSearch()));
        var settings = new WorldSettings { Mode = ClockMode.Stepped };
        await using var worlds = new Worlds(house.Blueprint, new MemoryStorage(), settings);
        var world = await worlds.CreateAsync("bench");
        for (var number = 0; number < roles; number++) await PutAsync(world, number);
        var began = Environment.CpuUsage.TotalTime;
        await world.ExecuteAsync(Info, call => new CreateAnalyzer().Run(
            new CreateAnalyzerRequest { AnalyzerName = "main", Type = Type.Account }, call));
        var analyzed = Environment.CpuUsage.TotalTime;
        var found = world.Query(Info, call => call.Port<IAccessSearch>().Find(
            call, "sqs:SendMessage", $"arn:aws:sqs:eu-west-1:{Account}:q", new Dictionary<string, string>()));
        var searched = Environment.CpuUsage.TotalTime;
        return found.Count == roles + 1
            ? new((analyzed - began).TotalSeconds, (searched - analyzed).TotalSeconds)
            : throw new InvalidOperationException($"{found.Count} may");
    }

    private static CallInfo Info => new(new Scope(Account, "eu-west-1"), Caller.Root(Account), "bench:Access", "bench");

    private static Task PutAsync(World world, int number) => world.ExecuteAsync(Info, call =>
    {
        var trusted = number % 3 == 0 ? "999988887777" : Account;
        new CreateRole().Run(
            new()
            {
                RoleName = $"role-{number}",
                AssumeRolePolicyDocument = Policy(
                    $"\"sts:AssumeRole\",\"Principal\":{{\"AWS\":\"arn:aws:iam::{trusted}:root\"}},"
                    + $"\"Condition\":{{\"StringEquals\":{{\"sts:ExternalId\":\"id-{number}\"}}}}"),
            },
            call);
        new PutRolePolicy().Run(
            new()
            {
                RoleName = $"role-{number}",
                PolicyName = "own",
                PolicyDocument = Policy($"[\"sqs:Send*\",\"ec2:Describe*\",\"s3:Get{number}\"],\"Resource\":\"*\""),
            },
            call);
        return true;
    });

    private static string Policy(string action) =>
        $"{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Allow\",\"Action\":{action}}}]}}";
}
