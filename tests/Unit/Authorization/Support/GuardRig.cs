using Orrery.Authorization;
using Orrery.Contracts;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Host.Composition;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization.Support;

/// <summary>A world of all services, and the guard before it.</summary>
internal sealed class GuardRig
{
    public const string Account = "123456789012";

    private GuardRig(Rig rig) => Rig = rig;

    /// <summary>Every served operation.</summary>
    public static IReadOnlyList<OperationEntry> Served { get; } = [.. Building.Services.SelectMany(s => s.Operations)];

    /// <summary>The guard.</summary>
    public Guard Guard { get; } = new();

    /// <summary>The world.</summary>
    public Rig Rig { get; }

    /// <summary>How the request came.</summary>
    public WireRequest Wire { get; set; } = From("203.0.113.7");

    public static GuardRig New() => new(Rig.Of(
        Building.Services, Ports.None
            .With<IQuotas>(new Quotas(new Dictionary<string, int>())).With<IKeyJudge>(new KeyJudge())
            .With<IAccessSearch>(new AccessSearch())));

    public static WireRequest From(string address) => new()
    {
        Method = "POST", RawPath = "/", Headers = new() { { "User-Agent", "aws-cli/2" } }, RemoteAddress = address,
    };

    /// <summary>A new user with an inline policy, by a key of theirs.</summary>
    public Caller User(string name, string statements)
    {
        Rig.Run(new CreateUser(), new() { UserName = name });
        Put(name, statements);
        var key = Rig.Run(new CreateAccessKey(), new() { UserName = name }).AccessKey!.AccessKeyId!;
        return Rig.Ask(call => call.Port<IPrincipals>().Find(call, key))!.Caller;
    }

    /// <summary>Changes the policy of a user.</summary>
    public void Put(string name, string statements) => Rig.Run(new PutUserPolicy(), new()
    {
        UserName = name,
        PolicyName = "own",
        PolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""",
    });

    /// <summary>A statement that allows an action on a resource.</summary>
    public static string Allow(string action, string resource = "*") =>
        $$"""{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"}""";

    /// <summary>The operation of a service.</summary>
    public static OperationEntry Entry(string service, string operation) =>
        Served.Single(e => e.Service.Id == service && e.Operation == operation);

    /// <summary>What a call is refused with; null where it may go on.</summary>
    public ServiceException? Refusal(Caller who, OperationEntry entry, IShape request)
    {
        var family = ErrorFamilies.Of(entry.Service.Protocols[0], entry.Service.Model);
        var info = new CallInfo(new Scope(who.Account, "eu-west-1"), who, entry.Name, "request");
        return Rig.World.Query(info, call =>
        {
            try
            {
                Guard.Check(call, new(entry, request, Wire, family));
                return null;
            }
            catch (ServiceException refusal)
            {
                return refusal;
            }
        });
    }

    /// <summary>What a call is refused with; null where it may go on.</summary>
    public ServiceException? Refusal(Caller who, string service, string operation, IShape request) =>
        Refusal(who, Entry(service, operation), request);

    /// <summary>Whether a call may go on.</summary>
    public bool May(Caller who, string service, string operation, IShape request) =>
        Refusal(who, service, operation, request) is null;
}
