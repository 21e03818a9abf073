using System.Globalization;
using Orrery.Contracts;
using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Iam;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.Groups;
using Orrery.Services.Iam.Operations.ManagedPolicies;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>A world with IAM and STS, and short names for what tests do often.</summary>
internal sealed class Registry
{
    public const string Account = "123456789012";

    public const string Open =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    public const string Trusting =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"""
        + """ "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}]}""";

    private Registry(Rig rig) => Rig = rig;

    public Rig Rig { get; }

    public static Registry New(params (string Code, int Limit)[] quotas) => New(Delays.None, quotas);

    public static Registry Slow() => New(Delays.Aws);

    private static Registry New(Delays delays, params (string Code, int Limit)[] quotas)
    {
        var ports = Ports.None.With<IQuotas>(new Limits(quotas.ToDictionary(q => q.Code, q => q.Limit)));
        return new(Rig.Of([IamService.Registration, StsService.Registration], ports, delays));
    }

    public TResult Run<TRequest, TResult>(IWriteOperation<TRequest, TResult> operation, TRequest request) =>
        Rig.Run(operation, request);

    public TResult Run<TRequest, TResult>(IReadOperation<TRequest, TResult> operation, TRequest request) =>
        Rig.Run(operation, request);

    /// <summary>Runs an operation as somebody else than the root user of the account.</summary>
    public TResult As<TRequest, TResult>(Caller who, IWriteOperation<TRequest, TResult> operation, TRequest request)
    {
        var result = Rig.World.ExecuteAsync(Info(who), call => operation.Run(request, call)).GetAwaiter().GetResult();
        Rig.Advance(TimeSpan.Zero);
        return result;
    }

    public TResult As<TRequest, TResult>(Caller who, IReadOperation<TRequest, TResult> operation, TRequest request) =>
        Rig.World.Query(Info(who), call => operation.Run(request, call));

    public string Refused<TRequest, TResult>(
        Caller who, IWriteOperation<TRequest, TResult> operation, TRequest request) =>
        Rig.Refusal(() => As(who, operation, request));

    /// <summary>The message that an operation refuses a request with.</summary>
    public static string Message(Func<object?> act) => Assert.Throws<ServiceException>(() => act()).Message;

    public User User(string name = "ann", string? path = null) =>
        Run(new CreateUser(), new() { UserName = name, Path = path }).User!;

    public Group Group(string name = "admins") => Run(new CreateGroup(), new() { GroupName = name }).Group!;

    public Role Role(string name = "role", string trust = Trusting, int? duration = null) =>
        Run(new CreateRole(), new()
        {
            RoleName = name, AssumeRolePolicyDocument = trust, MaxSessionDuration = duration,
        }).Role!;

    public Policy Policy(string name = "policy", string document = Open) =>
        Run(new CreatePolicy(), new() { PolicyName = name, PolicyDocument = document }).Policy!;

    /// <summary>A policy whose resource has a name of some length.</summary>
    public static string Over(int length) =>
        Open.Replace("\"*\"}", $"\"arn:aws:s3:::{new string('x', length)}\"}}", StringComparison.Ordinal);

    /// <summary>The caller that a new access key of a user stands for.</summary>
    public Caller Key(string user = "ann") => Who(
        Run(new CreateAccessKey(), new() { UserName = user }).AccessKey!.AccessKeyId!)!.Caller;

    /// <summary>Whose an access key is, as the signature check asks.</summary>
    public Principal? Who(string accessKeyId) => Rig.Ask(call => call.Port<IPrincipals>().Find(call, accessKeyId));

    /// <summary>What policies know of a caller.</summary>
    public IdentityFacts? Facts(Caller caller) => Rig.Ask(call => call.Port<IIdentities>().Find(call, caller));

    public static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private static CallInfo Info(Caller who) =>
        new(new Scope(who.Account.Length > 0 ? who.Account : Account, "eu-west-1"), who, "test:Test", "request");
}
