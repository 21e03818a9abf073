using System.Collections.Frozen;
using Orrery.Core;
using Orrery.Wire.Signing;

namespace Orrery.Wire.Requests;

/// <summary>
/// What every request passes first: which operation it is for, who signed it and whether that holds, and its body
/// decoded. One gate serves all requests at once.
/// </summary>
public sealed class RequestGate
{
    private readonly RequestResolver _resolver;
    private readonly GateOptions _options;
    private readonly FrozenDictionary<string, IRequestRules> _rules;
    private readonly SignatureVerifier _verifier = new();

    /// <summary>Makes the gate of a catalog.</summary>
    /// <param name="catalog">All services whose models we know.</param>
    /// <param name="options">What is said to callers that the world does not know.</param>
    /// <param name="rules">What services ask beyond their models, by the models' names.</param>
    public RequestGate(
        IServiceCatalog catalog, GateOptions options, IReadOnlyDictionary<string, IRequestRules>? rules = null)
    {
        _options = options;
        _rules = rules?.ToFrozenDictionary() ?? FrozenDictionary<string, IRequestRules>.Empty;
        _resolver = new RequestResolver(catalog, options);
    }

    /// <summary>
    /// Admits a request or says how it is refused; never throws for what a client may send. Afterwards the body is
    /// buffered, or for streaming operations a stream that refuses (<see cref="ServiceException"/>) while it is read.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="credentials">The access keys of the world that it is for.</param>
    /// <param name="realNow">The real time: clients sign with their machine's clock, not with the world's.</param>
    /// <param name="cancellation">Ends the wait for the body.</param>
    public async ValueTask<Admission> AdmitAsync(
        WireRequest request,
        ICredentialSource credentials,
        DateTimeOffset realNow,
        CancellationToken cancellation = default)
    {
        var admission = new Admission { Protocol = RequestResolver.Guess(request, null) };
        try
        {
            admission.Refusal = RequestLimits.Check(request, ErrorFamilies.Of(admission.Protocol, null));
            if (admission.Refusal is null) await AdmitAsync(admission).ConfigureAwait(false);
        }
        catch (ServiceException refusal)
        {
            admission.Refusal = refusal.Code == WireBody.TooLargeCode
                ? RequestLimits.BodyTooLarge(Family(admission))
                : refusal;
        }
        return admission;

        async ValueTask AdmitAsync(Admission admission)
        {
            var (claim, fault) = ClaimReader.Read(request);
            var isNamed = claim is not null && !AccountNumber.Is(claim.AccessKeyId);
            var known = isNamed ? credentials.Find(claim!.AccessKeyId) : null;
            var intake = new RequestIntake(request, claim, known);
            await _resolver.ResolveAsync(request, claim, admission, a => intake.ReadFormAsync(a, cancellation))
                .ConfigureAwait(false);
            Judge(request, admission);
            // What stands in Authorization of an operation without signature (a bearer token) is not ours to judge.
            if (admission.Operation is { IsUnsigned: true }) fault = null;
            fault ??= Identify(claim, known, admission, realNow);
            byte[]? signingKey = null;
            if (fault is null && known is not null && admission.Signer.Kind == SignerKind.Known)
            {
                (var hash, fault) = await intake.PayloadHashAsync(admission, cancellation).ConfigureAwait(false);
                fault ??= CheckService(claim!, admission)
                    ?? _verifier.Verify(request, claim!, known, hash, realNow);
                signingKey = _verifier.KeyOf(claim!, known);
            }
            if (fault is not null) admission.Refusal = AuthErrors.Of(Family(admission), fault);
            if (admission.Refusal is not null) return;
            await intake.OpenAsync(admission, signingKey, cancellation).ConfigureAwait(false);
        }
    }

    private void Judge(WireRequest request, Admission admission)
    {
        if (admission.Service is not { } service) return;
        admission.Rules = _rules.GetValueOrDefault(service.Name);
        if (admission.Operation is null) admission.Refusal = admission.Rules?.Unrouted(request) ?? admission.Refusal;
    }

    private AuthFault? Identify(
        SignatureClaim? claim, SigningCredential? known, Admission admission, DateTimeOffset realNow)
    {
        if (claim is null || admission.Operation is { IsUnsigned: true })
        {
            admission.Signer = new(SignerKind.Anonymous, "", _options.DefaultAccount, null);
            return NeedsSignature(admission) ? new(AuthFaultKind.Missing) : null;
        }
        if (known is not null)
        {
            admission.Signer = new(SignerKind.Known, claim.AccessKeyId, "", claim.SessionToken);
            return null;
        }
        var isAccount = AccountNumber.Is(claim.AccessKeyId);
        if (!isAccount && _options.Strict) return new(AuthFaultKind.UnknownKey);
        var account = isAccount ? claim.AccessKeyId : _options.DefaultAccount;
        admission.Signer = new(SignerKind.Root, claim.AccessKeyId, account, claim.SessionToken);
        return SignatureVerifier.CheckLifetime(claim, realNow);
    }

    // S3 lets anonymous callers in, as far as policies go; elsewhere only operations that the model marks so.
    private static bool NeedsSignature(Admission admission) =>
        admission.Operation is { IsUnsigned: false, IsSignatureOptional: false } && Family(admission) != ErrorFamily.S3;

    private static AuthFault? CheckService(SignatureClaim claim, Admission admission) =>
        admission.Service is not { } service || service.SigningName == claim.Service
            ? null
            : new(AuthFaultKind.WrongScope,
                $"Credential should be scoped to correct service: '{service.SigningName}'. ");

    private static ErrorFamily Family(Admission admission) => ErrorFamilies.Of(admission.Protocol, admission.Service);
}
