using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Iam.Rules;
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
        if (request.SerialNumber is not null || request.TokenCode is not null)
        {
            throw Errors.NotServed("MFA (SerialNumber, TokenCode) of GetSessionToken");
        }

        if (call.Caller.AccessKeyId.StartsWith("ASIA", StringComparison.Ordinal))
        {
            throw new ServiceException("AccessDenied", "Cannot call GetSessionToken with session credentials", 403);
        }

        var duration = request.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Standard;
        var session = Sessions.Open(call, new()
        {
            Account = call.Caller.Account,
            Arn = call.Caller.Arn,
            UserId = call.Caller.UserId,
            Duration = call.Caller.IsRoot && duration > RootLimit ? RootLimit : duration,
        });
        return new() { Credentials = Sessions.View(session) };
    }
}
