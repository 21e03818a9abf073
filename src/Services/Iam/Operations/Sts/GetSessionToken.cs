using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>
/// Gives temporary credentials of the caller itself: 12 hours unless asked otherwise, at most one hour for the root
/// user. Source: STS API Reference, GetSessionToken.
/// </summary>
public sealed class GetSessionToken : IWriteOperation<GetSessionTokenRequest, GetSessionTokenResult>
{
    private static readonly TimeSpan Standard = TimeSpan.FromHours(12);
    private static readonly TimeSpan RootLimit = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public GetSessionTokenResult Run(GetSessionTokenRequest request, Call call)
    {
        if (Sessions.Of(call) is not null) throw Errors.Denied("Cannot call GetSessionToken with session credentials");
        var duration = request.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Standard;
        var session = Sessions.Open(call, new()
        {
            Account = call.Caller.Account,
            Arn = call.Caller.Arn,
            UserId = call.Caller.UserId,
            Duration = call.Caller.IsRoot && duration > RootLimit ? RootLimit : duration,
            Issuer = call.Caller.Kind == CallerKind.User ? call.Caller.UserId : null,
            MfaAt = SecondFactor.Shown(call, request.SerialNumber, request.TokenCode),
        });
        return new() { Credentials = Sessions.View(session) };
    }
}
