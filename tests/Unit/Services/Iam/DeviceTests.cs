using System.Text;
using CsCheck;
using Orrery.Services.Iam.Operations.Mfa;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Services.Iam.Rules;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>Virtual MFA devices. Sources: IAM API Reference; RFC 6238.</summary>
public sealed class DeviceTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    // RFC 6238, Appendix B, with the last six digits of its eight.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(
            Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void Base_32_comes_back_as_it_went() =>
        Gen.Byte.Array[0, 60].Sample(bytes =>
            Base32.TryDecode(Base32.Encode(bytes), out var back) && back.AsSpan().SequenceEqual(bytes));

    [Fact]
    public void A_device_is_enabled_by_two_codes_in_a_row_and_by_nothing_else()
    {
        var iam = Registry.New();
        iam.User();
        var (serial, secret) = Device(iam);
        Assert.Equal("EntityAlreadyExists", iam.Rig.Refused(
            new CreateVirtualMFADevice(), new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = "phone" }));
        EnableMFADeviceRequest Enable(string first, string second) => new()
        {
            UserName = "ann", SerialNumber = serial, AuthenticationCode1 = first, AuthenticationCode2 = second,
        };
        var codes = Codes(iam, secret);
        foreach (var (first, second) in ((string, string)[])
            [(codes(0), codes(0)), (codes(1), codes(0)), (codes(0), codes(2)), (codes(500), codes(501))])
        {
            Assert.Equal("InvalidAuthenticationCode", iam.Rig.Refused(new EnableMFADevice(), Enable(first, second)));
        }

        Assert.Null(Assert.Single(Virtual(iam, AssignmentStatusType.Unassigned)).User);
        iam.Run(new EnableMFADevice(), Enable(codes(-1), codes(0)));
        Assert.Equal("EntityAlreadyExists", iam.Rig.Refused(new EnableMFADevice(), Enable(codes(0), codes(1))));
        Assert.Equal("ann", Assert.Single(Virtual(iam, AssignmentStatusType.Assigned)).User!.UserName);
        Assert.Equal(serial, Assert.Single(
            iam.Run(new ListMFADevices(), new() { UserName = "ann" }).MFADevices!).SerialNumber);
        Assert.Equal("ann", iam.Run(new GetMFADevice(), new() { SerialNumber = serial }).UserName);
        Assert.Equal("DeleteConflict", iam.Rig.Refused(
            new DeleteVirtualMFADevice(), new DeleteVirtualMFADeviceRequest { SerialNumber = serial }));
        Assert.Equal("DeleteConflict", iam.Rig.Refused(new DeleteUser(), new DeleteUserRequest { UserName = "ann" }));
        iam.Run(new TagMFADevice(), new() { SerialNumber = serial, Tags = [new() { Key = "a", Value = "b" }] });
        iam.Run(new UntagMFADevice(), new() { SerialNumber = serial, TagKeys = ["x"] });
        Assert.Single(iam.Run(new ListMFADeviceTags(), new() { SerialNumber = serial }).Tags!);
        iam.Run(new DeactivateMFADevice(), new() { UserName = "ann", SerialNumber = serial });
        iam.Run(new DeleteVirtualMFADevice(), new() { SerialNumber = serial });
        Assert.Empty(Virtual(iam, null));
    }

    [Fact]
    public void A_code_serves_once_and_a_clock_that_ran_away_is_set_right()
    {
        var iam = Registry.New();
        iam.User();
        var (serial, secret) = Device(iam);
        var codes = Codes(iam, secret);
        iam.Run(new EnableMFADevice(), new()
        {
            UserName = "ann", SerialNumber = serial, AuthenticationCode1 = codes(-2), AuthenticationCode2 = codes(-1),
        });
        var ann = iam.Key();
        GetSessionTokenRequest With(string code) => new() { SerialNumber = serial, TokenCode = code };
        Assert.Equal("AccessDenied", iam.Refused(ann, new GetSessionToken(), With("000000")));
        Assert.Equal("AccessDenied", iam.Refused(
            ann, new GetSessionToken(), With(codes(0)) with { SerialNumber = null }));
        iam.As(ann, new GetSessionToken(), With(codes(0)));
        Assert.Equal("AccessDenied", iam.Refused(ann, new GetSessionToken(), With(codes(0))));
        iam.Rig.Advance(10 * Step);
        Assert.Equal("AccessDenied", iam.Refused(ann, new GetSessionToken(), With(codes(5))));
        iam.Run(new ResyncMFADevice(), new()
        {
            UserName = "ann", SerialNumber = serial, AuthenticationCode1 = codes(4), AuthenticationCode2 = codes(5),
        });
        iam.As(ann, new GetSessionToken(), With(codes(6)));
        iam.User("bob");
        Assert.Equal("AccessDenied", iam.Refused(iam.Key("bob"), new GetSessionToken(), With(codes(7))));
    }

    [Fact]
    public void A_role_may_ask_for_a_second_factor()
    {
        var iam = Registry.New();
        iam.User();
        var role = iam.Role(trust: """
            {"Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole",
             "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},
                          "NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}}}
            """);
        var (serial, secret) = Device(iam);
        var codes = Codes(iam, secret);
        iam.Run(new EnableMFADevice(), new()
        {
            UserName = "ann", SerialNumber = serial, AuthenticationCode1 = codes(-2), AuthenticationCode2 = codes(-1),
        });
        var ann = iam.Key();
        AssumeRoleRequest request = new() { RoleArn = role.Arn, RoleSessionName = "s" };
        Assert.Equal("AccessDenied", iam.Refused(ann, new AssumeRole(), request));
        iam.As(ann, new AssumeRole(), request with { SerialNumber = serial, TokenCode = codes(0) });
        var token = iam.As(ann, new GetSessionToken(), new() { SerialNumber = serial, TokenCode = codes(1) });
        var session = iam.Who(token.Credentials!.AccessKeyId!)!.Caller;
        Assert.NotNull(iam.Facts(session)!.MfaAt);
        iam.As(session, new AssumeRole(), request);
        iam.Rig.Advance(TimeSpan.FromHours(2));
        Assert.Equal("AccessDenied", iam.Refused(session, new AssumeRole(), request));
    }

    [Fact]
    public void The_picture_is_a_PNG_of_the_secret()
    {
        var iam = Registry.New();
        var device = iam.Run(new CreateVirtualMFADevice(), new() { VirtualMFADeviceName = "phone" }).VirtualMFADevice!;
        byte[] begin = [0x89, 0x50, 0x4E, 0x47];
        Assert.Equal(begin, device.QRCodePNG!.Value[..4].ToArray());
        Assert.Equal(64, device.Base32StringSeed!.Value.Length);
    }

    private static (string Serial, byte[] Secret) Device(Registry iam)
    {
        var device = iam.Run(new CreateVirtualMFADevice(), new() { VirtualMFADeviceName = "phone" }).VirtualMFADevice!;
        Base32.TryDecode(Encoding.ASCII.GetString(device.Base32StringSeed!.Value.Span), out var secret);
        return (device.SerialNumber!, secret);
    }

    private static Func<int, string> Codes(Registry iam, byte[] secret) =>
        offset => Totp.Code(secret, Totp.StepOf(iam.Rig.Ask(call => call.Now)) + offset);

    private static IReadOnlyList<VirtualMFADevice> Virtual(Registry iam, AssignmentStatusType? status) =>
        iam.Run(new ListVirtualMFADevices(), new() { AssignmentStatus = status }).VirtualMFADevices!;
}
