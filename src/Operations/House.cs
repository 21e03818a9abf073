using Orrery.Kernel;
using Orrery.Wire.Requests;

namespace Orrery.Operations;

/// <summary>All services under one roof: what worlds are made of, and which operations are served.</summary>
public sealed class House
{
    private readonly Dictionary<(string Model, string Operation), OperationEntry> _operations = [];

    /// <summary>Puts services together.</summary>
    /// <param name="services">The services.</param>
    /// <param name="ports">What the program itself offers them, for example quotas.</param>
    public House(IReadOnlyList<Service> services, Ports ports)
    {
        Services = services;
        foreach (var operation in services.SelectMany(service => service.Operations))
        {
            _operations.Add((operation.Service.Id, operation.Operation), operation);
        }

        RequestRules = services.Where(static service => service.RequestRules is not null)
            .ToDictionary(static service => service.Name, static service => service.RequestRules!);
        Blueprint = new Blueprint(
            services.SelectMany(service => service.Tables).Append(Idempotency.Tokens),
            services.SelectMany(service => service.Timers).Append(new TokenExpiry()),
            services.SelectMany(service => service.Initializers),
            services.Aggregate(ports, (all, service) => service.Offer(all)));
    }

    /// <summary>The services.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>What services ask of requests beyond their models, by the models' names.</summary>
    public IReadOnlyDictionary<string, IRequestRules> RequestRules { get; }

    /// <summary>What worlds are made of.</summary>
    public Blueprint Blueprint { get; }

    /// <summary>A served operation of a model, or null.</summary>
    public OperationEntry? Find(string model, string operation) => _operations.GetValueOrDefault((model, operation));
}
