using Orrery.Contracts.Identity;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>Opens the message that came with a refusal.</summary>
public sealed class DecodeAuthorizationMessage
    : IReadOperation<DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResult>
{
    /// <inheritdoc/>
    public DecodeAuthorizationMessageResult Run(DecodeAuthorizationMessageRequest request, ReadCall call) =>
        new()
        {
            DecodedMessage = SealedMessage.Open(request.EncodedMessage!)
                ?? throw new ServiceException(
                    "InvalidAuthorizationMessageException", "Unable to decode authorization message."),
        };
}
