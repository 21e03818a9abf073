using System.Buffers;
using System.Security.Cryptography;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>
/// Client tokens: the same token with the same request gives the same result and changes nothing; with another request
/// it is refused. Tokens are kept for 24 hours of virtual time ("Ensuring idempotency in Amazon EC2 API requests" names
/// no time for most operations: guessed).
/// </summary>
internal static class Idempotency
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly ProtocolCodec Codec = ProtocolCodec.Of(WireProtocol.Json11);

    /// <summary>
    /// The tokens that were used, per scope. Not held in memory: what a launch of a thousand answers is two megabytes.
    /// </summary>
    public static readonly Table<TokenKey, TokenRecord> Tokens =
        Table<TokenKey, TokenRecord>.Stored(
            "orrery.client-tokens", r => r.Id, () => OperationsJson.Default.TokenRecord);

    /// <summary>Runs a request once per token.</summary>
    /// <exception cref="ServiceException">IdempotentParameterMismatch, or what the operation refuses.</exception>
    public static IShape Run(Call call, TokenUse use, Func<IShape> run)
    {
        var key = new TokenKey($"{use.Schema.Service.Id}:{use.Schema.Name}:{use.Token}");
        var fingerprint = Fingerprint(use);
        if (call.Read(Tokens).Find(key) is { } seen)
        {
            return seen.Fingerprint == fingerprint
                ? Codec.ReadResult(
                    use.Schema,
                    WireResponse.Of(200, "application/json", seen.Result.Utf8),
                    use.ReadResult)
                : throw new ServiceException(
                    "IdempotentParameterMismatch",
                    "The request uses the same client token as a previous, but non-identical request.");
        }

        var result = run();
        var json = Codec.WriteResult(use.Schema, result, call.RequestId).Bytes;
        call.Write(Tokens).PutNew(new(key, fingerprint, new(json.ToArray())));
        call.Schedule(TokenExpiry.TimerKind, call.Now + Kept, key.Value);
        return result;
    }

    private static string Fingerprint(TokenUse use) =>
        Convert.ToHexStringLower(SHA256.HashData(Codec.WriteRequest(use.Schema, use.Request).Body.Bytes.Span));
}
