using Orrery.Authorization;
using Orrery.Contracts;
using Orrery.Contracts.Contents;
using Orrery.Contracts.Delivery;
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
using Orrery.Stores.Contents;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization.Support;

/// <summary>A world of all services, and the guard before it.</summary>
internal sealed class GuardRig
{
    public const string Account = "123456789012";

    private readonly Guard _guard;

    private GuardRig(Rig rig, Guard guard) => (Rig, _guard) = (rig, guard);

    /// <summary>Every served operation.</summary>
    public static IReadOnlyList<OperationEntry> Served { get; } = [.. Building.Services.SelectMany(s => s.Operations)];

    /// <summary>The guard.</summary>
    public Guard Guard { get; } = new();

    /// <summary>The world.</summary>
    public Rig Rig { get; }

    /// <summary>How the request came.</summary>
    public WireRequest Wire { get; set; } = From("203.0.113.7");

    public static GuardRig New()
    {
        var guard = new Guard();
        var ports = Ports.None
            .With<IQuotas>(new Quotas(new Dictionary<string, int>())).With<IKeyJudge>(new KeyJudge())
            .With<IDeliveryJudge>(new DeliveryJudge())
            .With<IGuard>(guard).With(guard.Stores).With<IContentStore>(new MemoryContents())
            .With<IAccessSearch>(new AccessSearch());
        return new(Rig.Of(Building.Services, ports), guard);
    }

    public static WireRequest From(string address) => new()
    {
        Method = "POST", RawPath = "/", Headers = new() { { "User-Agent", "aws-cli/2" } }, RemoteAddress = address,
    };

    /// <summary>A new user with an inline policy, by a key of theirs.</summary>
    public Caller User(string name, string statements, string account = Account)
    {
        var rig = Rig.In("eu-west-1", account);
        rig.Run(new CreateUser(), new() { UserName = name });
        rig.Run(new PutUserPolicy(), new()
        {
            UserName = name, PolicyName = "own", PolicyDocument = Policy(statements),
        });
        var key = rig.Run(new CreateAccessKey(), new() { UserName = name }).AccessKey!.AccessKeyId!;
        return rig.Ask(call => call.Port<IPrincipals>().Find(call, key))!.Caller;
    }

    /// <summary>Changes the policy of a user.</summary>
    public void Put(string name, string statements) => Rig.Run(new PutUserPolicy(), new()
    {
        UserName = name,
        PolicyName = "own",
        PolicyDocument = Policy(statements),
    });

    /// <summary>A policy of statements.</summary>
    public static string Policy(string statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""";

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

    /// <summary>What a call is refused with by the guard or by the operation; null where it succeeds.</summary>
    public string? Code<TRequest, TResult>(
        Caller who, IReadOperation<TRequest, TResult> operation, TRequest request)
        where TRequest : IShape
    {
        var entry = Entry("s3", operation.GetType().Name);
        var info = new CallInfo(new Scope(who.Account, "eu-west-1"), who, entry.Name, "request");
        return Rig.World.Query(info, call =>
        {
            try
            {
                _guard.Check(call, new(entry, request, Wire, ErrorFamily.S3));
                operation.Run(request, call);
                return null;
            }
            catch (ServiceException refusal)
            {
                return refusal.Code;
            }
        });
    }

    /// <summary>What an operation answers somebody, behind the guard.</summary>
    public TResult Read<TRequest, TResult>(
        Caller who, string service, IReadOperation<TRequest, TResult> operation, TRequest request)
        where TRequest : IShape
    {
        var entry = Entry(service, operation.GetType().Name);
        var info = new CallInfo(new Scope(who.Account, "eu-west-1"), who, entry.Name, "request");
        return Rig.World.Query(info, call =>
        {
            _guard.Check(call, new(entry, request, Wire, ErrorFamily.Json));
            return operation.Run(request, call);
        });
    }

    /// <summary>Runs a call of somebody, past the guard.</summary>
    public TResult Run<TRequest, TResult>(
        Caller who, IWriteOperation<TRequest, TResult> operation, TRequest request)
        where TRequest : IShape
    {
        var entry = Entry("s3", operation.GetType().Name);
        var info = new CallInfo(new Scope(who.Account, "eu-west-1"), who, entry.Name, "request");
        return Rig.World.ExecuteAsync(info, call =>
        {
            _guard.Check(call, new(entry, request, Wire, ErrorFamily.S3));
            return operation.Run(request, call);
        }).GetAwaiter().GetResult();
    }

    /// <summary>Whether a call may go on.</summary>
    public bool May(Caller who, string service, string operation, IShape request) =>
        Refusal(who, service, operation, request) is null;
}
