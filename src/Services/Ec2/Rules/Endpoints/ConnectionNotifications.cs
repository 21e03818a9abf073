using Orrery.Contracts.Notifications;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>Which topics connection notifications may have. The codes are guessed.</summary>
internal static class ConnectionNotifications
{
    /// <summary>A topic that takes messages.</summary>
    /// <exception cref="ServiceException">InvalidParameter.</exception>
    public static string Topic(ReadCall call, string arn) =>
        call.Port<INotifications>().Takes(call, arn)
            ? arn
            : throw EndpointErrors.InvalidParameter($"The topic '{arn}' does not exist.");
}
