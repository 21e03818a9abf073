using Orrery.Authorization;
using Orrery.Contracts;
using Orrery.Contracts.Contents;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Instances;
using Orrery.Contracts.Keys;
using Orrery.Host.Http;
using Orrery.Kernel;
using Orrery.Operations;
using Orrery.Services.AccessAnalyzer;
using Orrery.Services.ApplicationAutoScaling;
using Orrery.Services.AutoScaling;
using Orrery.Services.CloudWatch;
using Orrery.Services.Ec2;
using Orrery.Services.Events;
using Orrery.Services.Iam;
using Orrery.Services.Kms;
using Orrery.Services.Logs;
using Orrery.Services.Organizations;
using Orrery.Services.Ram;
using Orrery.Services.S3;
using Orrery.Services.SecretsManager;
using Orrery.Services.Sns;
using Orrery.Services.Sqs;
using Orrery.Services.Ssm;

namespace Orrery.Host.Composition;

/// <summary>Puts the services together. Adding a service to the program is one line here.</summary>
internal static class Building
{
    /// <summary>All served services.</summary>
    public static IReadOnlyList<Service> Services { get; } =
    [
        AccessAnalyzerService.Registration,
        ApplicationAutoScalingService.Registration,
        AutoScalingService.Registration,
        CloudWatchService.Registration,
        Ec2Service.Registration,
        EventsService.Registration,
        IamService.Registration,
        KmsService.Registration,
        LogsService.Registration,
        OrganizationsService.Registration,
        RamService.Registration,
        S3ControlService.Registration,
        S3Service.Registration,
        SchedulerService.Registration,
        SecretsManagerService.Registration,
        SnsService.Registration,
        SqsService.Registration,
        SsmService.Registration,
        StsService.Registration,
    ];

    /// <summary>The house.</summary>
    /// <param name="options">How the program was started.</param>
    /// <param name="address">Where it answers.</param>
    /// <param name="bodies">What it was told about bodies of instances.</param>
    /// <param name="contents">Where bytes are kept.</param>
    /// <exception cref="StartException">A quota was named that no service has.</exception>
    public static House Build(
        HostOptions options, IOwnAddress address, IBodySettings bodies, IContentStore contents)
    {
        foreach (var code in options.Quotas.Keys)
        {
            if (!QuotaTable.All().Any(quota => quota.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))
                throw new StartException($"No service has a quota with the code '{code}'.", "orrery quotas");
        }

        var guard = new Guard();
        var limits = new Dictionary<string, int>(QuotaTable.Raised, StringComparer.OrdinalIgnoreCase);
        foreach (var (code, limit) in options.Quotas)
            limits[code] = limit;
        return new(
            Services,
            Ports.None.With<IQuotas>(new Quotas(limits)).With<IOutbound>(new Outbound()).With(address).With(bodies)
                .With(contents).With<IGuard>(guard).With(guard.Stores).With<IKeyJudge>(new KeyJudge())
                .With<IDeliveryJudge>(new DeliveryJudge()).With<IAccessSearch>(new AccessSearch()));
    }
}
