using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>The bank behind the test cards.</summary>
internal static class TestBank
{
    private static readonly TestVerdict Approved = new(Authenticate: false, Failure: null);

    /// <summary>Why a person's confirmation did not come.</summary>
    public static PaymentFailure NotAuthenticated { get; } = new(
        "authentication_failed", "Your bank did not confirm the payment. Try again, or take another card.");

    /// <summary>While the person is there.</summary>
    /// <param name="behaviour">The card.</param>
    /// <param name="isPayment">False: it is only saved.</param>
    /// <param name="wasAuthenticated">Whether the person confirmed it once before.</param>
    public static TestVerdict OnSession(TestCardBehaviour behaviour, bool isPayment, bool wasAuthenticated) => behaviour switch
    {
        TestCardBehaviour.DeclinesLater when !isPayment => Approved,
        TestCardBehaviour.AuthenticatesOnce => new TestVerdict(!wasAuthenticated, null),
        TestCardBehaviour.AuthenticatesAlways => new TestVerdict(Authenticate: true, null),
        TestCardBehaviour.AuthenticatesThenLacksFunds => new TestVerdict(Authenticate: true, isPayment ? Refusal("insufficient_funds") : null),
        _ => RefusalOf(behaviour) is { } failure ? new TestVerdict(Authenticate: false, failure) : Approved,
    };

    /// <summary>While nobody is there.</summary>
    public static PaymentFailure? OffSession(TestCardBehaviour behaviour, bool wasAuthenticated) => behaviour switch
    {
        TestCardBehaviour.AuthenticatesOnce => wasAuthenticated ? null : Refusal(PaymentFailure.AuthenticationRequired),
        TestCardBehaviour.AuthenticatesAlways or TestCardBehaviour.AuthenticatesThenLacksFunds => Refusal(PaymentFailure.AuthenticationRequired),
        _ => RefusalOf(behaviour),
    };

    private static PaymentFailure? RefusalOf(TestCardBehaviour behaviour) => behaviour switch
    {
        TestCardBehaviour.Ok or TestCardBehaviour.Disputes => null,
        TestCardBehaviour.AuthenticatesOnce or TestCardBehaviour.AuthenticatesAlways or TestCardBehaviour.AuthenticatesThenLacksFunds => null,
        TestCardBehaviour.GenericDecline or TestCardBehaviour.DeclinesLater => Refusal("generic_decline"),
        TestCardBehaviour.InsufficientFunds => Refusal("insufficient_funds"),
        TestCardBehaviour.LostCard => Refusal("lost_card"),
        TestCardBehaviour.StolenCard => Refusal("stolen_card"),
        TestCardBehaviour.ExpiredCard => Refusal("expired_card"),
        TestCardBehaviour.IncorrectCvc => Refusal("incorrect_cvc"),
        TestCardBehaviour.ProcessingError => Refusal("processing_error"),
        TestCardBehaviour.NotATestCard => Refusal("test_mode_live_card"),
    };

    private static PaymentFailure Refusal(string code) => new(code, code switch
    {
        "insufficient_funds" => "Your card has insufficient funds.",
        "expired_card" => "Your card has expired.",
        "incorrect_cvc" => "Your card's security code is incorrect.",
        "processing_error" => "An error occurred while processing your card. Try again in a little bit.",
        "test_mode_live_card" => "This is test mode, in which only test cards work. Your card was not charged.",
        PaymentFailure.AuthenticationRequired => "Your bank wants you to confirm this payment.",
        _ => "Your card was declined.",
    });
}
