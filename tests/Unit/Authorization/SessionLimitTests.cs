using System.Text;
using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Iam.Operations.Mfa;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Rules;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Sqs;
using Orrery.Wire.Generated.Sts;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// What temporary credentials of users are not good for. Source: STS API Reference, GetSessionToken and
/// GetFederationToken.
/// </summary>
public sealed class SessionLimitTests
{
    private static readonly AssumeRoleRequest Role = new()
    {
        RoleArn = "arn:aws:iam::123456789012:role/r", RoleSessionName = "me",
    };

    private readonly GuardRig _rig = GuardRig.New();

    [Fact]
    public void Without_a_second_factor_a_session_of_a_user_does_nothing_in_IAM()
    {
        var ann = _rig.User("ann", GuardRig.Allow("*"));
        Assert.Null(Code(ann, "iam", new ListUsersRequest()));
        var session = Session(ann, new());
        Assert.Equal("InvalidClientTokenId", Code(session, "iam", new ListUsersRequest()));
        Assert.Equal("InvalidClientTokenId", Code(session, "iam", new CreateUserRequest { UserName = "bob" }));
        Assert.True(_rig.May(session, "sqs", "ListQueues", new ListQueuesRequest()));
        Assert.Null(Code(Session(ann, WithCode("ann")), "iam", new ListUsersRequest()));
    }

    [Fact]
    public void A_session_of_a_user_asks_STS_for_roles_and_its_name_only()
    {
        var session = Session(_rig.User("ann", GuardRig.Allow("*")), new());
        Assert.Null(Code(session, "sts", new GetCallerIdentityRequest()));
        Assert.NotEqual("Cannot call AssumeRole with session credentials", Message(session, Role));
        Assert.Equal("AccessDenied", Code(session, "sts", new GetAccessKeyInfoRequest { AccessKeyId = "AKIA" }));
        Assert.Equal(
            "Cannot call GetSessionToken with session credentials", Message(session, new GetSessionTokenRequest()));
    }

    [Fact]
    public void A_federated_user_does_nothing_in_IAM_and_asks_STS_for_its_name_only()
    {
        var ann = _rig.User("ann", GuardRig.Allow("*"));
        var federated = Whose(Run(ann, new GetFederationToken(), new()
        {
            Name = "bob", Policy = GuardRig.Policy(GuardRig.Allow("*")),
        }).Credentials!);
        Assert.Equal(CallerKind.FederatedUser, federated.Kind);
        Assert.Equal("InvalidClientTokenId", Code(federated, "iam", new ListRolesRequest()));
        Assert.Equal("Cannot call AssumeRole with session credentials", Message(federated, Role));
        Assert.Null(Code(federated, "sts", new GetCallerIdentityRequest()));
    }

    [Fact]
    public void A_session_of_the_root_user_is_held_to_the_same_and_keys_that_are_not_known_to_nothing()
    {
        var root = Caller.Root(GuardRig.Account, "ASIAUNKNOWN");
        Assert.Null(Code(root, "iam", new ListUsersRequest()));
        var session = Session(root, new());
        Assert.Equal(CallerKind.Root, session.Kind);
        Assert.Equal("InvalidClientTokenId", Code(session, "iam", new ListUsersRequest()));
        Assert.Equal("AccessDenied", Code(session, "sts", new GetAccessKeyInfoRequest { AccessKeyId = "AKIA" }));
    }

    // A device that is the user's, and a code of it that was not spent.
    private GetSessionTokenRequest WithCode(string user)
    {
        var device = _rig.Rig.Run(new CreateVirtualMFADevice(), new() { VirtualMFADeviceName = user })
            .VirtualMFADevice!;
        var seed = Encoding.ASCII.GetString(device.Base32StringSeed!.Value.Span);
        Assert.True(Base32.TryDecode(seed, out var secret));
        string At(int steps) => Totp.Code(secret, Totp.StepOf(_rig.Rig.Ask(call => call.Now)) + steps);
        _rig.Rig.Run(new EnableMFADevice(), new()
        {
            UserName = user, SerialNumber = device.SerialNumber, AuthenticationCode1 = At(-1),
            AuthenticationCode2 = At(0),
        });
        _rig.Rig.Advance(TimeSpan.FromMinutes(1));
        return new() { SerialNumber = device.SerialNumber, TokenCode = At(0) };
    }

    private Caller Session(Caller who, GetSessionTokenRequest request) =>
        Whose(Run(who, new GetSessionToken(), request).Credentials!);

    private Caller Whose(Credentials credentials) =>
        _rig.Rig.Ask(call => call.Port<IPrincipals>().Find(call, credentials.AccessKeyId!))!.Caller;

    private string? Code(Caller who, string service, IShape request) =>
        _rig.Refusal(who, service, request.GetType().Name[..^"Request".Length], request)?.Code;

    private string? Message(Caller who, IShape request) =>
        _rig.Refusal(who, "sts", request.GetType().Name[..^"Request".Length], request)?.Message;

    private TResult Run<TRequest, TResult>(
        Caller who, IWriteOperation<TRequest, TResult> operation, TRequest request) =>
        _rig.Rig.World.ExecuteAsync(
            new CallInfo(new Scope(who.Account, "eu-west-1"), who, "test:Test", "request"),
            call => operation.Run(request, call)).GetAwaiter().GetResult();
}
